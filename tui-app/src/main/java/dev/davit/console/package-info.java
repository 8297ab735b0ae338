/// The full-screen console: one thread owns its state, everything else sends it messages.
@NullMarked
package dev.davit.console;

import org.jspecify.annotations.NullMarked;
