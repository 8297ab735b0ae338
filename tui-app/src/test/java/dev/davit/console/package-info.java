/// Tests of the console as a user sees it.
@NullMarked
package dev.davit.console;

import org.jspecify.annotations.NullMarked;
