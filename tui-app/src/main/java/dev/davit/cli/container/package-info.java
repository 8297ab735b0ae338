/// Commands on containers.
@NullMarked
package dev.davit.cli.container;

import org.jspecify.annotations.NullMarked;
