@NullMarked
package dev.davit.engine;

import org.jspecify.annotations.NullMarked;
