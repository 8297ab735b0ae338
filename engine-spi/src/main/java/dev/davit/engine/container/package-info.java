@NullMarked
package dev.davit.engine.container;

import org.jspecify.annotations.NullMarked;
