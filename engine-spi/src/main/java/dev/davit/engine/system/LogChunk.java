package dev.davit.engine.system;

import dev.davit.engine.container.StdStream;
import java.time.Instant;
import java.util.Optional;

/// A piece of a log: bytes as the container wrote them, a whole line with its end or a part of one.
///
/// @param stream [StdStream#STDOUT] or [StdStream#STDERR]
/// @param time when it was written, if asked for
/// @param details the log driver's attributes (`a=1,b=2`), if asked for, else empty
/// @param bytes owned by the receiver; without time and details
/// @param partial whether the line goes on in the next chunk of this stream
@SuppressWarnings("ArrayRecordComponent") // a chunk is handed over, not compared
public record LogChunk(StdStream stream, Optional<Instant> time, String details, byte[] bytes, boolean partial) {}
