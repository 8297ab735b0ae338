/// Tests of the script that starts everything.
@NullMarked
package dev.davit.launcher;

import org.jspecify.annotations.NullMarked;
