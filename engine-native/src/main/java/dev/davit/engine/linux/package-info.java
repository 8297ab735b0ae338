@NullMarked
package dev.davit.engine.linux;

import org.jspecify.annotations.NullMarked;
