@NullMarked
package dev.davit.console.keymap;

import org.jspecify.annotations.NullMarked;
