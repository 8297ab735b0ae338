@NullMarked
package dev.davit.engine.archive;

import org.jspecify.annotations.NullMarked;
