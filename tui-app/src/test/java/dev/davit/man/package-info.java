/// The manual pages, made from the tables of commands.
@NullMarked
package dev.davit.man;

import org.jspecify.annotations.NullMarked;
