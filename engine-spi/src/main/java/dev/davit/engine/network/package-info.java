/// The networks that containers join.
@NullMarked
package dev.davit.engine.network;

import org.jspecify.annotations.NullMarked;
