/// What feeds fill and screens show: bounded, safe for threads, read as snapshots.
@NullMarked
package dev.davit.console.store;

import org.jspecify.annotations.NullMarked;
