package dev.davit.terminal;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// The calls of the C library that a terminal needs. Each answers as the kernel does: a result, or the error's number
/// negated. One that may block must not be called on a virtual thread: see [Blocking].
///
/// Sources: tcsetattr(3), ioctl_tty(2), poll(2), eventfd(2). Structures are those of Linux, the same with glibc and musl on
/// x86-64 and AArch64: `termios` is filled and changed by the library alone and has 60 bytes, `winsize` is four unsigned
/// shorts (rows and columns first), `pollfd` an int and two shorts. The numbers of ioctl and errno are those of
/// asm-generic, which both processors use.
final class Libc {
    static final int EINTR = 4;
    static final int EAGAIN = 11;
    static final int TERMIOS_SIZE = 60;
    static final short POLLIN = 1;
    static final short POLLOUT = 4;
    static final long TIOCGWINSZ = 0x5413;
    static final int TCSANOW = 0;

    private static final int EFD_CLOEXEC = 0x80000;
    private static final int EFD_NONBLOCK = 0x800;
    private static final int O_RDWR = 2;
    private static final int O_NOCTTY = 0x100;
    private static final int O_CLOEXEC = 0x80000;
    private static final int SIGSTOP = 19;

    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG;
    private static final Linker LINKER = Linker.nativeLinker();
    private static final StructLayout STATE = Linker.Option.captureStateLayout();
    /// Where it is in that: on Linux there is nothing else.
    private static final int ERRNO = 0;

    /// One shape for all, since each shape that is linked costs milliseconds at the start. In both processors' calling
    /// conventions an int or a pointer travels as a long does, a variadic one too; of an int that returns, the upper half
    /// means nothing.
    private static final MethodHandle CALL =
            LINKER.downcallHandle(FunctionDescriptor.of(LONG, LONG, LONG, LONG), Linker.Option.captureCallState("errno"));

    private static final MemorySegment READ = address("read");
    private static final MemorySegment WRITE = address("write");
    private static final MemorySegment POLL = address("poll");
    private static final MemorySegment IOCTL = address("ioctl");

    private Libc() {}

    /// A structure, to be read and filled at offsets: what a segment itself has for that takes milliseconds to link at each start.
    static ByteBuffer view(MemorySegment structure) {
        return structure.asByteBuffer().order(ByteOrder.nativeOrder());
    }

    static long read(int descriptor, MemorySegment buffer, long count) {
        return call(READ, descriptor, buffer.address(), count);
    }

    static long write(int descriptor, MemorySegment buffer, long count) {
        return call(WRITE, descriptor, buffer.address(), count);
    }

    /// @param entries `pollfd` structures, 8 bytes each: descriptor, events wanted, events found
    /// @param millis negative: for ever
    static int poll(MemorySegment entries, int millis) {
        return (int) call(POLL, entries.address(), entries.byteSize() / 8, millis);
    }

    static int ioctl(int descriptor, long request, MemorySegment argument) {
        return (int) call(IOCTL, descriptor, request, argument.address());
    }

    static int tcgetattr(int descriptor, MemorySegment termios) {
        return (int) call(address("tcgetattr"), descriptor, termios.address(), 0);
    }

    /// At once, without waiting for output and without dropping input.
    static int tcsetattr(int descriptor, MemorySegment termios) {
        return (int) call(address("tcsetattr"), descriptor, TCSANOW, termios.address());
    }

    /// Takes away all that the terminal would do to input and output: echo, lines, signals, flow control, new lines.
    static void cfmakeraw(MemorySegment termios) {
        plain(address("cfmakeraw"), termios.address());
    }

    /// Whether this process may set the terminal's mode: false when it is another job's turn. A terminal that is not the
    /// controlling one belongs to no job.
    static boolean isForeground(int terminal) {
        int turn = (int) call(address("tcgetpgrp"), terminal, 0, 0);
        return turn < 0 || turn == (int) call(address("getpgid"), 0, 0, 0);
    }

    static int eventfd() {
        return (int) call(address("eventfd"), 0, EFD_CLOEXEC | EFD_NONBLOCK, 0);
    }

    static int openTerminal(String path) {
        try (var arena = Arena.ofConfined()) {
            return (int) call(address("open"), arena.allocateFrom(path).address(), O_RDWR | O_NOCTTY | O_CLOEXEC, 0);
        }
    }

    static int close(int descriptor) {
        return (int) call(address("close"), descriptor, 0, 0);
    }

    /// Stops this process until somebody sends it SIGCONT.
    static int stop() {
        return (int) call(address("kill"), ProcessHandle.current().pid(), SIGSTOP, 0);
    }

    /// What an error means, in the C library's words.
    ///
    /// @param result negative, as the calls of this class return it
    static String error(long result) {
        return MemorySegment.ofAddress(plain(address("strerror"), -result)).reinterpret(1024).getString(0);
    }

    /// Calls a function that answers a negative int or long for an error, and gives the error's number instead.
    ///
    /// @param first to `third`: what the function takes, and zeros; memory by its address, which the caller keeps alive
    private static long call(MemorySegment function, long first, long second, long third) {
        try (var arena = Arena.ofConfined()) {
            var state = arena.allocate(STATE);
            long result = (long) CALL.invokeExact(function, state, first, second, third);
            // an int's -1 and a long's: no call here answers a length beyond an int
            return (int) result < 0 ? -view(state).getInt(ERRNO) : result;
        } catch (Throwable e) {
            throw defect(e);
        }
    }

    /// Calls a function that knows no error.
    private static long plain(MemorySegment function, long argument) {
        try (var arena = Arena.ofConfined()) {
            return (long) CALL.invokeExact(function, arena.allocate(STATE), argument, 0L, 0L);
        } catch (Throwable e) {
            throw defect(e);
        }
    }

    private static MemorySegment address(String name) {
        return LINKER.defaultLookup().find(name).orElseThrow(() -> new IllegalStateException("the C library lacks " + name));
    }

    /// Handles throw what their Java side throws, which is nothing that could be expected here.
    private static IllegalStateException defect(Throwable e) {
        return new IllegalStateException("a call into the C library failed", e);
    }
}
