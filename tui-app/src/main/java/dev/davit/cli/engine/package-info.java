/// Commands about serving an engine to other processes.
@NullMarked
package dev.davit.cli.engine;

import org.jspecify.annotations.NullMarked;
