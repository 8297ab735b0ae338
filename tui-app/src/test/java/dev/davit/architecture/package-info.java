/// The arrows between modules and packages, held by a test.
@NullMarked
package dev.davit.architecture;

import org.jspecify.annotations.NullMarked;
