/// The user's terminal: its mode, size, bytes and signals.
@NullMarked
package dev.davit.terminal;

import org.jspecify.annotations.NullMarked;
