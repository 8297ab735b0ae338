@NullMarked
package dev.davit.engine.build.dockerfile;

import org.jspecify.annotations.NullMarked;
