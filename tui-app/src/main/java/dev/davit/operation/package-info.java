/// One record per verb: what a user asked an engine to do, whichever door it came through.
@NullMarked
package dev.davit.operation;

import org.jspecify.annotations.NullMarked;
