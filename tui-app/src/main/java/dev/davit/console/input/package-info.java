/// From the bytes of a terminal to the keys of a user.
@NullMarked
package dev.davit.console.input;

import org.jspecify.annotations.NullMarked;
