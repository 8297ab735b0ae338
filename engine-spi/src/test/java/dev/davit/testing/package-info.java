/// What integration tests stand on: a Docker daemon of their own, waiting without sleeping, and a check that nothing is left.
@NullMarked
package dev.davit.testing;

import org.jspecify.annotations.NullMarked;
