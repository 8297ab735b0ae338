/// Tests of what feeds fill.
@NullMarked
package dev.davit.console.store;

import org.jspecify.annotations.NullMarked;
