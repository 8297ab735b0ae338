/// Tests of the printers.
@NullMarked
package dev.davit.format.list;

import org.jspecify.annotations.NullMarked;
