package dev.davit.engine.container;

/// A piece of what a process wrote: bytes, not text, not lines.
///
/// @param stream [StdStream#STDOUT] or [StdStream#STDERR]; with a terminal all is `STDOUT`
/// @param bytes owned by the receiver, never reused by the engine
@SuppressWarnings("ArrayRecordComponent") // a chunk is handed over, not compared
public record OutputChunk(StdStream stream, byte[] bytes) {}
