@NullMarked
package dev.davit.engine.system;

import org.jspecify.annotations.NullMarked;
