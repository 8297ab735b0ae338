/// A Docker daemon as an engine, over the project's own HTTP.
@NullMarked
package dev.davit.engine.remote;

import org.jspecify.annotations.NullMarked;
