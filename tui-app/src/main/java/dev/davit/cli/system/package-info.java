/// Commands on the engine as a whole.
@NullMarked
package dev.davit.cli.system;

import org.jspecify.annotations.NullMarked;
