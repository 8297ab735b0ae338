/// Tests of the command line.
@NullMarked
package dev.davit.cli;

import org.jspecify.annotations.NullMarked;
