@NullMarked
package dev.davit.shell;

import org.jspecify.annotations.NullMarked;
