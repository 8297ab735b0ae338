@NullMarked
package dev.davit.engine.image;

import org.jspecify.annotations.NullMarked;
