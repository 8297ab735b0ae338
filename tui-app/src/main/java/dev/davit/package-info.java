@NullMarked
package dev.davit;

import org.jspecify.annotations.NullMarked;
