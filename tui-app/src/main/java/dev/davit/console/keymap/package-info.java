/// Keymaps: the shipped ones and the user's, read from YAML into the console's [dev.davit.console.model.Keymap].
@NullMarked
package dev.davit.console.keymap;

import org.jspecify.annotations.NullMarked;
