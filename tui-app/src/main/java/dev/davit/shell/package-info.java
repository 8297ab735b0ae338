/// The shell: lines on the user's terminal, with completion and history.
@NullMarked
package dev.davit.shell;

import org.jspecify.annotations.NullMarked;
