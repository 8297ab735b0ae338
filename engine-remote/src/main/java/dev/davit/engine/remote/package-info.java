@NullMarked
package dev.davit.engine.remote;

import org.jspecify.annotations.NullMarked;
