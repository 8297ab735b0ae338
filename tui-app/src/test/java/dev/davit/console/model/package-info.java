/// Tests of the console's steps.
@NullMarked
package dev.davit.console.model;

import org.jspecify.annotations.NullMarked;
