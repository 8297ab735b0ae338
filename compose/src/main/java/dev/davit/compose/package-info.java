@NullMarked
package dev.davit.compose;

import org.jspecify.annotations.NullMarked;
