/// Tests of the spellings of what containers are made of.
@NullMarked
package dev.davit.cli.container;

import org.jspecify.annotations.NullMarked;
