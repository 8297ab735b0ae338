/// The same command lines through docker and through davit, on one daemon.
@NullMarked
package dev.davit.sidebyside;

import org.jspecify.annotations.NullMarked;
