@NullMarked
package dev.davit.files;

import org.jspecify.annotations.NullMarked;
