package dev.davit.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.davit.engine.container.TerminalSize;
import dev.davit.testing.Await;
import dev.davit.testing.LeakCheck;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/// The user's terminal on a real pseudo-terminal.
@Timeout(60)
@ExtendWith(LeakCheck.class)
final class TtyTest {
    private final Pty pty = Pty.open(100, 30);
    private final Tty tty = new Tty("xterm", pty.slave(), pty.slave());
    private String before = "";

    @BeforeEach
    void remember() {
        before = pty.mode();
    }

    @AfterEach
    void close() {
        tty.dispose();
        pty.close();
    }

    @Test
    void knowsItsSize() {
        assertThat(tty.size()).isEqualTo(new TerminalSize(100, 30));
        pty.resize(1000, 700);
        assertThat(tty.size()).isEqualTo(new TerminalSize(1000, 700));
    }

    @Test
    void rawModePassesEveryByteAndShowsNone() throws IOException {
        try (var _ = tty.raw()) {
            assertThat(pty.isRaw()).isTrue();
            pty.type("\u0003\u001a\u001c\u0011\u0013\r\n\u0004\u007fé");
            assertThat(readAll(11)).isEqualTo("\u0003\u001a\u001c\u0011\u0013\r\n\u0004\u007fé");
            tty.output().write("a\nb".getBytes(StandardCharsets.UTF_8));
            tty.output().flush();
            pty.await("b");
            assertThat(pty.screen()).isEqualTo("a\nb");
        }
    }

    @Test
    void theModeIsRestoredByTheLastToClose() {
        var first = tty.raw();
        var second = tty.raw();
        first.close();
        first.close();
        assertThat(pty.isRaw()).isTrue();
        second.close();
        assertThat(pty.mode()).isEqualTo(before);
        try (var _ = tty.raw()) {
            assertThat(pty.isRaw()).isTrue();
        }
        assertThat(pty.mode()).isEqualTo(before);
    }

    @Test
    void theEndRestoresWhatIsOpenAndNothingIsOpenedAfterwards() {
        var raw = tty.raw();
        var screen = tty.screen("<in>", "<out>");
        tty.end();
        assertThat(pty.mode()).isEqualTo(before);
        screen.close();
        raw.close();
        tty.end();
        tty.raw();
        tty.screen("<again>", "<out again>");
        assertThat(pty.mode()).isEqualTo(before);
        pty.await("<out>");
        assertThat(pty.screen()).isEqualTo("<in><out>");
    }

    @Test
    void whatWasTypedBeforeOrGivenBackComesFirst() {
        pty.type("early");
        Await.until("the keys are shown", () -> pty.screen().equals("early"));
        try (var _ = tty.raw()) {
            assertThat(readAll(5)).isEqualTo("early");
            byte[] keys = "xabcx".getBytes(StandardCharsets.UTF_8);
            tty.input().unread(keys, 1, 3);
            tty.input().unread(keys, 0, 1);
            pty.type("d");
            assertThat(readAll(5)).isEqualTo("xabcd");
        }
    }

    @Test
    void aReadIsOverWhenItsTimeIs() {
        assertThat(tty.input().read(new byte[10], 0)).isZero();
        assertThat(tty.input().read(new byte[10], 5)).isZero();
    }

    @Test
    void aCallReachesTheReaderWhoWaitsAndElseTheNext() throws InterruptedException {
        for (var kind : new Thread.Builder[] {Thread.ofPlatform(), Thread.ofVirtual()}) {
            var answer = new AtomicInteger(-5);
            var waiting = kind.start(() -> answer.set(tty.input().read(new byte[10], -1)));
            tty.input().wake();
            waiting.join();
            assertThat(answer).hasValue(0);
        }
        tty.input().wake();
        tty.input().wake();
        try (var _ = tty.raw()) {
            pty.type("k");
            assertThat(tty.input().read(new byte[10], -1)).isZero();
            assertThat(readAll(1)).isEqualTo("k");
        }
    }

    @Test
    void aPlainReadIsCalledByAnException() throws IOException {
        tty.input().wake();
        assertThatThrownBy(() -> tty.input().read()).isInstanceOf(InterruptedIOException.class);
        try (var _ = tty.raw()) {
            pty.type("é");
            assertThat(tty.input().read()).isEqualTo(0xc3);
            assertThat(tty.input().read(new byte[10], 2, 3)).isEqualTo(1);
        }
    }

    @Test
    void anInterruptEndsTheReadOfAVirtualThread() throws InterruptedException {
        var interrupted = new AtomicReference<>(false);
        var waiting = Thread.ofVirtual().start(() -> {
            tty.input().read(new byte[10], -1);
            interrupted.set(Thread.currentThread().isInterrupted());
        });
        Await.until("it waits", () -> waiting.getState() == Thread.State.WAITING);
        waiting.interrupt();
        waiting.join();
        assertThat(interrupted).hasValue(true);
    }

    @Test
    void readersDoNotHoldUpVirtualThreads() throws InterruptedException {
        var readers = new ArrayList<Thread>();
        for (int i = 0; i < 8; i++) readers.add(Thread.ofVirtual().start(() -> tty.input().read(new byte[1], -1)));
        var others = new CountDownLatch(100);
        for (int i = 0; i < 100; i++) Thread.ofVirtual().start(others::countDown);
        others.await();
        assertThat(readers).allMatch(Thread::isAlive);
        for (var reader : readers) {
            while (reader.isAlive()) {
                tty.input().wake();
                reader.join(java.time.Duration.ofMillis(2));
            }
        }
    }

    @Test
    void aFrameBiggerThanTheTerminalTakesAtOnceComesWhole() throws IOException {
        String frame = "0123456789".repeat(20_000);
        try (var _ = tty.raw()) {
            tty.output().write(frame.getBytes(StandardCharsets.UTF_8));
            tty.output().flush();
        }
        Await.until("all of it came", () -> pty.screen().length() == frame.length());
        assertThat(pty.screen()).isEqualTo(frame);
    }

    @Test
    void aTypedEndIsAnEndUntilMoreIsTyped() {
        pty.type("\u0004");
        assertThat(tty.input().read(new byte[10], -1)).isEqualTo(-1);
        pty.type("more\n");
        assertThat(readAll(5)).isEqualTo("more\n");
    }

    private String readAll(int count) {
        var all = new byte[count];
        var buffer = new byte[count];
        int got = 0;
        while (got < count) {
            int more = tty.input().read(buffer, -1);
            assertThat(more).isBetween(0, count - got);
            System.arraycopy(buffer, 0, all, got, more);
            got += more;
        }
        return new String(all, StandardCharsets.UTF_8);
    }
}
