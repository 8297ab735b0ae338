/// Dockerfiles as values: read whole, with every mistake and the line of everything. Pure: nothing here opens a file.
@NullMarked
package dev.davit.engine.build.dockerfile;

import org.jspecify.annotations.NullMarked;
