/// The program with an engine that is served by another of its processes.
@NullMarked
package dev.davit.served;

import org.jspecify.annotations.NullMarked;
