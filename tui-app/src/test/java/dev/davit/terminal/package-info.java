/// The terminal, tried on pseudo-terminals.
@NullMarked
package dev.davit.terminal;

import org.jspecify.annotations.NullMarked;
