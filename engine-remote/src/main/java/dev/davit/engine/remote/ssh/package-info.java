/// Daemons behind ssh: the user's own ssh with all its settings, one process and one forwarded socket for each daemon.
@NullMarked
package dev.davit.engine.remote.ssh;

import org.jspecify.annotations.NullMarked;
