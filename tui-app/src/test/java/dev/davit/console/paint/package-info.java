/// Tests of what is drawn.
@NullMarked
package dev.davit.console.paint;

import org.jspecify.annotations.NullMarked;
