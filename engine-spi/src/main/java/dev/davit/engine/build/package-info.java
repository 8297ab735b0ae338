/// Building images: the port [Builds] and its values.
@NullMarked
package dev.davit.engine.build;

import org.jspecify.annotations.NullMarked;
