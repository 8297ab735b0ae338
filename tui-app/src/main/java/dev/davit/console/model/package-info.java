/// What the console is at a moment and how it goes on: values, and pure functions from one to the next.
@NullMarked
package dev.davit.console.model;

import org.jspecify.annotations.NullMarked;
