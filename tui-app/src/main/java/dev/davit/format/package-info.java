/// From values to docker's output: Go's templates and `printf`, tables, units of size and time, and text that is safe to
/// show on a terminal.
@NullMarked
package dev.davit.format;

import org.jspecify.annotations.NullMarked;
