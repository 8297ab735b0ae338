/// Tests of keys.
@NullMarked
package dev.davit.console.input;

import org.jspecify.annotations.NullMarked;
