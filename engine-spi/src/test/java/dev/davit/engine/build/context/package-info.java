@NullMarked
package dev.davit.engine.build.context;

import org.jspecify.annotations.NullMarked;
