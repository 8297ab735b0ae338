/// Tests of the batch.
@NullMarked
package dev.davit.batch;

import org.jspecify.annotations.NullMarked;
