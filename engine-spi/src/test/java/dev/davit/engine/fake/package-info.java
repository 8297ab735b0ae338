/// An engine in memory, for tests: every port, real life cycles, and failures on request.
@NullMarked
package dev.davit.engine.fake;

import org.jspecify.annotations.NullMarked;
