/// What a build's context is made of, and walking a folder into one.
@NullMarked
package dev.davit.engine.build.context;

import org.jspecify.annotations.NullMarked;
