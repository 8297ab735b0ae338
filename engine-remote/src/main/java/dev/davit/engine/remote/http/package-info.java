/// HTTP/1.1 as a Docker daemon speaks it: fixed and chunked bodies, kept-alive connections, streams without end, and
/// connections taken over for a raw conversation (hijack). Blocking, meant for virtual threads; no thread of its own.
@NullMarked
package dev.davit.engine.remote.http;

import org.jspecify.annotations.NullMarked;
