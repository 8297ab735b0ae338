/// From the console's state to the bytes of a terminal.
@NullMarked
package dev.davit.console.paint;

import org.jspecify.annotations.NullMarked;
