package dev.davit.terminal;

import java.lang.foreign.AddressLayout;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;

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

    private static final AddressLayout POINTER = ValueLayout.ADDRESS;
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG;
    private static final Linker LINKER = Linker.nativeLinker();
    private static final StructLayout STATE = Linker.Option.captureStateLayout();
    private static final VarHandle ERRNO = STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));

    private static final MethodHandle READ = handle("read", FunctionDescriptor.of(LONG, INT, POINTER, LONG));
    private static final MethodHandle WRITE = handle("write", FunctionDescriptor.of(LONG, INT, POINTER, LONG));
    private static final MethodHandle POLL = handle("poll", FunctionDescriptor.of(INT, POINTER, LONG, INT));
    private static final MethodHandle IOCTL =
            handle("ioctl", FunctionDescriptor.of(INT, INT, LONG, POINTER), Linker.Option.firstVariadicArg(2));

    private Libc() {}

    /// What only a change of mode needs.
    private static final class Modes {
        static final MethodHandle GET = handle("tcgetattr", FunctionDescriptor.of(INT, INT, POINTER));
        static final MethodHandle SET = handle("tcsetattr", FunctionDescriptor.of(INT, INT, INT, POINTER));
        static final MethodHandle FOREGROUND = handle("tcgetpgrp", FunctionDescriptor.of(INT, INT));
        static final MethodHandle GROUP = handle("getpgid", FunctionDescriptor.of(INT, INT));
        static final MethodHandle RAW =
                LINKER.downcallHandle(address("cfmakeraw"), FunctionDescriptor.ofVoid(POINTER));
    }

    /// What is needed at most once.
    private static final class Rare {
        static final MethodHandle EVENTFD = handle("eventfd", FunctionDescriptor.of(INT, INT, INT));
        static final MethodHandle KILL = handle("kill", FunctionDescriptor.of(INT, INT, INT));
        static final MethodHandle CLOSE = handle("close", FunctionDescriptor.of(INT, INT));
        static final MethodHandle OPEN =
                handle("open", FunctionDescriptor.of(INT, POINTER, INT), Linker.Option.firstVariadicArg(2));
        static final MethodHandle STRERROR =
                LINKER.downcallHandle(address("strerror"), FunctionDescriptor.of(POINTER, INT));
    }

    static long read(int descriptor, MemorySegment buffer, long count) {
        return call(state -> (long) READ.invokeExact(state, descriptor, buffer, count));
    }

    static long write(int descriptor, MemorySegment buffer, long count) {
        return call(state -> (long) WRITE.invokeExact(state, descriptor, buffer, count));
    }

    /// @param entries `pollfd` structures, 8 bytes each: descriptor, events wanted, events found
    /// @param millis negative: for ever
    static int poll(MemorySegment entries, int millis) {
        long count = entries.byteSize() / 8;
        return (int) call(state -> (int) POLL.invokeExact(state, entries, count, millis));
    }

    static int ioctl(int descriptor, long request, MemorySegment argument) {
        return (int) call(state -> (int) IOCTL.invokeExact(state, descriptor, request, argument));
    }

    static int tcgetattr(int descriptor, MemorySegment termios) {
        return (int) call(state -> (int) Modes.GET.invokeExact(state, descriptor, termios));
    }

    /// At once, without waiting for output and without dropping input.
    static int tcsetattr(int descriptor, MemorySegment termios) {
        return (int) call(state -> (int) Modes.SET.invokeExact(state, descriptor, TCSANOW, termios));
    }

    /// Takes away all that the terminal would do to input and output: echo, lines, signals, flow control, new lines.
    static void cfmakeraw(MemorySegment termios) {
        try {
            Modes.RAW.invokeExact(termios);
        } catch (Throwable e) {
            throw defect(e);
        }
    }

    /// Whether this process may set the terminal's mode: false when it is another job's turn. A terminal that is not the
    /// controlling one belongs to no job.
    static boolean isForeground(int terminal) {
        int turn = (int) call(state -> (int) Modes.FOREGROUND.invokeExact(state, terminal));
        return turn < 0 || turn == (int) call(state -> (int) Modes.GROUP.invokeExact(state, 0));
    }

    static int eventfd() {
        return (int) call(state -> (int) Rare.EVENTFD.invokeExact(state, 0, EFD_CLOEXEC | EFD_NONBLOCK));
    }

    static int openTerminal(String path) {
        try (var arena = Arena.ofConfined()) {
            var name = arena.allocateFrom(path);
            return (int) call(state -> (int) Rare.OPEN.invokeExact(state, name, O_RDWR | O_NOCTTY | O_CLOEXEC));
        }
    }

    static int close(int descriptor) {
        return (int) call(state -> (int) Rare.CLOSE.invokeExact(state, descriptor));
    }

    /// Stops this process until somebody sends it SIGCONT.
    static int stop() {
        int self = (int) ProcessHandle.current().pid();
        return (int) call(state -> (int) Rare.KILL.invokeExact(state, self, SIGSTOP));
    }

    /// What an error means, in the C library's words.
    ///
    /// @param result negative, as the calls of this class return it
    static String error(long result) {
        try {
            var text = (MemorySegment) Rare.STRERROR.invokeExact((int) -result);
            return text.reinterpret(1024).getString(0);
        } catch (Throwable e) {
            throw defect(e);
        }
    }

    /// A call that leaves its error's number in a segment.
    private interface Call {
        long make(MemorySegment state) throws Throwable;
    }

    private static long call(Call call) {
        try (var arena = Arena.ofConfined()) {
            var state = arena.allocate(STATE);
            long result = call.make(state);
            return result < 0 ? -(int) ERRNO.get(state, 0L) : result;
        } catch (Throwable e) {
            throw defect(e);
        }
    }

    private static MethodHandle handle(String name, FunctionDescriptor type, Linker.Option... more) {
        var options = new Linker.Option[more.length + 1];
        options[0] = Linker.Option.captureCallState("errno");
        System.arraycopy(more, 0, options, 1, more.length);
        return LINKER.downcallHandle(address(name), type, options);
    }

    private static MemorySegment address(String name) {
        return LINKER.defaultLookup().find(name).orElseThrow(() -> new IllegalStateException("the C library lacks " + name));
    }

    /// Handles throw what their Java side throws, which is nothing that could be expected here.
    private static IllegalStateException defect(Throwable e) {
        return new IllegalStateException("a call into the C library failed", e);
    }
}
