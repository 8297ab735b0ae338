/// The server's side of HTTP/1.1: connections, requests read strictly, answers. No JSON and no engine.
@NullMarked
package dev.davit.engine.remote.server.http;

import org.jspecify.annotations.NullMarked;
