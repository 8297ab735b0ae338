/// Help with words that somebody typed.
@NullMarked
package dev.davit.engine.text;

import org.jspecify.annotations.NullMarked;
