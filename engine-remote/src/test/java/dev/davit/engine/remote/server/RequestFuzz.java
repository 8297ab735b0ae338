package dev.davit.engine.remote.server;

import dev.davit.engine.ServerSettings;
import dev.davit.engine.container.ContainerRef;
import dev.davit.engine.container.ContainerSpec;
import dev.davit.engine.fake.FakeEngine;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;

/// Generated requests, some sound and most not, before a server of the engine in memory: each must be answered or hung up on, none
/// may be answered with a defect, and nothing may be left when all have gone. The same seed sends the same requests.
public final class RequestFuzz {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final List<String> METHODS = List.of("GET", "POST", "DELETE", "PUT", "HEAD", "OPTIONS", "BREW");
    private static final List<String> PATHS = List.of(
            "/_ping", "/version", "/info", "/events?until=1", "/system/df", "/containers/json?all=1", "/containers/create", "/containers/prune",
            "/containers/one/json", "/containers/one/start", "/containers/one/stop", "/containers/one/kill", "/containers/one/top",
            "/containers/one/logs?stdout=1", "/containers/one/stats?stream=0", "/containers/one/changes", "/containers/one/archive?path=/",
            "/containers/one/attach?stdout=1&logs=1", "/containers/one/exec", "/containers/one/resize?h=1&w=1", "/containers/one/wait",
            "/containers/one/update", "/containers/one/rename?name=two", "/exec/x/start", "/exec/x/json", "/images/json", "/images/create?fromImage=x",
            "/images/busybox/json", "/images/busybox/history", "/images/a/b/c/tag?repo=x", "/images/load", "/images/get?names=busybox", "/build", "/commit?container=one",
            "/networks", "/networks/create", "/networks/bridge", "/networks/x/connect", "/volumes", "/volumes/create", "/volumes/x", "/auth", "/session",
            "/containers/one/attach/ws?stream=1", "/swarm", "/plugins", "/davit/v1/engine");
    private static final List<String> BODIES = List.of(
            "", "{}", "[]", "null", "{\"Image\":\"busybox\",\"Cmd\":[\"true\"]}", "{\"Image\":7,\"HostConfig\":[]}", "{\"Name\":\"x\"}",
            "{\"Container\":\"one\"}", "{\"Detach\":true}", "{\"Cmd\":[\"true\"],\"AttachStdout\":true}", "{\"HostConfig\":{\"Memory\":-1}}",
            "{\"a\":".repeat(2000), "\u0000\u0001", "\"", "{\"Labels\":{\"a\":1}}");
    private static final List<String> HEADERS = List.of(
            "Host: x", "Content-Type: application/json", "Connection: close", "Connection: Upgrade\r\nUpgrade: tcp", "Expect: 100-continue",
            "Transfer-Encoding: chunked", "X-Registry-Auth: AAAA", "X-Registry-Auth: e30=", "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: x",
            "Content-Length: 5", "A: " + "b".repeat(9000), "X-Registry-Config: !", "Accept: */*");

    private final Path socket;
    private final long seed;
    private final List<String> log = Collections.synchronizedList(new ArrayList<>());
    private final LongAdder answered = new LongAdder();
    private final LongAdder dropped = new LongAdder();

    private RequestFuzz(Path socket, long seed) {
        this.socket = socket;
        this.seed = seed;
    }

    /// What came of it.
    ///
    /// @param answered requests that got a status
    /// @param dropped requests whose connection was closed without one
    /// @param defects what the server logged as a defect of its own, and requests that were neither answered nor hung up on
    /// @param threads how many threads are left beyond those before
    public record Result(long answered, long dropped, List<String> defects, long threads) {}

    /// @param count requests
    /// @param clients that send at once
    public static Result run(long count, int clients, long seed) throws Exception {
        var folder = Files.createTempDirectory("davit-fuzz");
        long before = Thread.activeCount();
        var fuzz = new RequestFuzz(folder.resolve("s"), seed);
        try (var engine = new FakeEngine()) {
            engine.containers().create(ContainerSpec.of(FakeEngine.BUSYBOX, "sleep", "1000").named("one"));
            engine.containers().start(new ContainerRef("one"));
            var settings = new ServerSettings(List.of("unix://" + fuzz.socket), List.of(), Optional.empty(), fuzz.log::add);
            try (var _ = new DockerApiServer().serve(engine, settings)) {
                fuzz.send(count, clients);
            }
        } finally {
            Files.delete(folder);
        }
        var defects = fuzz.log.stream().filter(line -> line.contains("defect") || line.contains("failed:") || line.contains("hangs")).toList();
        return new Result(fuzz.answered.sum(), fuzz.dropped.sum(), defects, Math.max(0, Thread.activeCount() - before));
    }

    private void send(long count, int clients) throws Exception {
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var parts = new ArrayList<Callable<Void>>();
            for (int client = 0; client < clients; client++) {
                var random = new Random(seed * 1000 + client);
                long share = count / clients + (client < count % clients ? 1 : 0);
                parts.add(() -> {
                    for (long i = 0; i < share; i++) one(random);
                    return null;
                });
            }
            for (var part : pool.invokeAll(parts)) part.get();
        }
    }

    private void one(Random random) throws IOException, InterruptedException, ExecutionException {
        byte[] request = request(random);
        try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX);
                var waiting = Executors.newVirtualThreadPerTaskExecutor()) {
            channel.connect(UnixDomainSocketAddress.of(socket));
            var reading = waiting.submit(() -> first(channel, request));
            try {
                if (reading.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) answered.increment();
                else dropped.increment();
            } catch (TimeoutException e) {
                log.add("hangs: " + new String(request, StandardCharsets.ISO_8859_1));
            } finally {
                // whoever still reads is interrupted, which closes the connection
                waiting.shutdownNow();
            }
        }
    }

    /// Sends, says that nothing more comes, and reads the beginning of what is answered.
    private static boolean first(SocketChannel channel, byte[] request) {
        try {
            var bytes = ByteBuffer.wrap(request);
            while (bytes.hasRemaining()) channel.write(bytes);
            channel.shutdownOutput();
            var answer = ByteBuffer.allocate(4096);
            int count = channel.read(answer);
            return count >= 12 && new String(answer.array(), 0, 9, StandardCharsets.ISO_8859_1).equals("HTTP/1.1 ");
        } catch (IOException e) {
            // hung up on while it was still sending
            return false;
        }
    }

    private static byte[] request(Random random) {
        var text = new StringBuilder();
        String path = one(random, PATHS);
        if (random.nextInt(3) == 0) path = "/v1." + random.nextInt(20, 60) + path;
        if (random.nextInt(8) == 0) path = path.replace("one", one(random, List.of("..", "%2e%2e", "a%2fb", "%00", "%", "one%20", "\u00e9", "x".repeat(300))));
        if (random.nextInt(8) == 0) path += one(random, List.of("?filters=%7b", "&t=x", "?limit=99999999999999999999", "?all=%ff", "&&==&", "?tail=-1&since=x", "#x"));
        text.append(one(random, METHODS)).append(' ').append(path).append(random.nextInt(20) == 0 ? " HTTP/1.0" : " HTTP/1.1").append("\r\n");
        if (random.nextInt(10) > 0) text.append("Host: x\r\n");
        for (int i = random.nextInt(3); i > 0; i--) text.append(one(random, HEADERS)).append("\r\n");
        String body = one(random, BODIES);
        if (random.nextInt(5) > 0) text.append("Content-Length: ").append(body.length()).append("\r\n");
        text.append("\r\n").append(body);
        byte[] bytes = text.toString().getBytes(StandardCharsets.ISO_8859_1);
        if (random.nextInt(4) == 0) {
            for (int i = random.nextInt(4); i >= 0; i--) bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return random.nextInt(10) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
    }

    private static <T> T one(Random random, List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    /// What `./bench fuzz` runs. Arguments: how many requests, clients at once, the seed.
    public static void main(String[] arguments) throws Exception {
        long start = System.nanoTime();
        var result = run(Long.parseLong(arguments[0]), Integer.parseInt(arguments[1]), Long.parseLong(arguments[2]));
        double seconds = (System.nanoTime() - start) / 1e9;
        System.gc();
        long kept = (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20;
        result.defects().stream().distinct().limit(20).forEach(System.err::println);
        System.out.printf(
                "| %d | %d | %d | %d | %d | %d | %.0f |%n",
                result.answered() + result.dropped(), result.answered(), result.dropped(), result.defects().size(), result.threads(), kept, seconds);
        System.exit(result.defects().isEmpty() ? 0 : 1);
    }
}
