/// The commands about volumes.
@NullMarked
package dev.davit.cli.volume;

import org.jspecify.annotations.NullMarked;
