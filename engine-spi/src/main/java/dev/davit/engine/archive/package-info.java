/// Tar archives: POSIX.1-1988 (ustar), POSIX.1-2001 (pax) and what GNU tar and Go's archive/tar write of their own. Files of
/// containers, images and build contexts travel so. Own code, because the engine interface has no dependency, what comes from a
/// daemon is hostile until it is checked, and a library would cost every copy 100 ms of loading.
@NullMarked
package dev.davit.engine.archive;

import org.jspecify.annotations.NullMarked;
