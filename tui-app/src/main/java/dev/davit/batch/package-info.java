/// Commands from a file in one warm process.
@NullMarked
package dev.davit.batch;

import org.jspecify.annotations.NullMarked;
