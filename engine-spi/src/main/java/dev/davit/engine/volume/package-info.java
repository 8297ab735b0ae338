/// The volumes that outlive containers.
@NullMarked
package dev.davit.engine.volume;

import org.jspecify.annotations.NullMarked;
