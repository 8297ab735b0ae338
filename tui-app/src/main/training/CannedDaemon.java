import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;

/// A Docker daemon with one container and one image, which answers the same whatever it is told. Argument: its socket.
public final class CannedDaemon {
    private static final String ID = "5d41402abc4b2a76b9719d911017c592ae2d3b8d9f3c64d2a55f0c1b7e6a9d30";
    private static final String IMAGE = "sha256:7d793037a0760186574b0282f2f435e7f1b2a3d4c5e6f708192a3b4c5d6e7f80";

    private static final String NETWORKS = """
            "Networks":{"bridge":{"IPAMConfig":null,"Links":null,"Aliases":null,"NetworkID":"ab","EndpointID":"cd","Gateway":"172.17.0.1",
            "IPAddress":"172.17.0.2","IPPrefixLen":16,"IPv6Gateway":"","GlobalIPv6Address":"","GlobalIPv6PrefixLen":0,
            "MacAddress":"02:42:ac:11:00:02","DriverOpts":null}}""";

    private static final String LISTED = """
            [{"Id":"ID","Names":["/web"],"Image":"busybox","ImageID":"IMAGE","Command":"sh -c 'echo hello'","Created":1795532316,
            "Ports":[{"IP":"0.0.0.0","PrivatePort":80,"PublicPort":8080,"Type":"tcp"}],"Labels":{"app":"web"},"State":"running",
            "Status":"Up 5 minutes","HostConfig":{"NetworkMode":"default"},"NetworkSettings":{NETWORKS},
            "Mounts":[{"Type":"bind","Source":"/srv","Destination":"/srv","Mode":"","RW":true,"Propagation":"rprivate"}]}]""";

    private static final String CONFIG = """
            {"Hostname":"5d41402abc4b","Domainname":"","User":"","AttachStdin":false,"AttachStdout":false,"AttachStderr":false,
            "ExposedPorts":{"80/tcp":{}},"Tty":false,"OpenStdin":false,"StdinOnce":false,"Env":["PATH=/bin"],"Cmd":["sh","-c","echo hello"],
            "Image":"busybox","Volumes":null,"WorkingDir":"","Entrypoint":null,"OnBuild":null,"Labels":{"app":"web"}}""";

    private static final String INSPECTED = """
            {"Id":"ID","Created":"2026-01-02T03:04:05.123456789Z","Path":"sh","Args":["-c","echo hello"],"State":{"Status":"running",
            "Running":true,"Paused":false,"Restarting":false,"OOMKilled":false,"Dead":false,"Pid":123,"ExitCode":0,"Error":"",
            "StartedAt":"2026-01-02T03:04:05.2Z","FinishedAt":"0001-01-01T00:00:00Z"},"Image":"IMAGE","ResolvConfPath":"/r",
            "HostnamePath":"/h","HostsPath":"/h","LogPath":"/l","Name":"/web","RestartCount":0,"Driver":"overlay2","Platform":"linux",
            "MountLabel":"","ProcessLabel":"","AppArmorProfile":"","ExecIDs":null,"HostConfig":{"Binds":null,"LogConfig":{"Type":
            "json-file","Config":{}},"NetworkMode":"default","PortBindings":{"80/tcp":[{"HostIp":"","HostPort":"8080"}]},"RestartPolicy":
            {"Name":"no","MaximumRetryCount":0},"AutoRemove":false,"CapAdd":null,"Dns":[],"Memory":0,"NanoCpus":0,"Devices":[],"Ulimits":[]},
            "GraphDriver":{"Data":{"MergedDir":"/m"},"Name":"overlay2"},"Mounts":[{"Type":"bind","Source":"/srv","Destination":"/srv",
            "Mode":"","RW":true,"Propagation":"rprivate"}],"Config":CONFIG,"NetworkSettings":{"Bridge":"","SandboxID":"s",
            "Ports":{"80/tcp":[{"HostIp":"0.0.0.0","HostPort":"8080"}]},"IPAddress":"172.17.0.2",NETWORKS}}""";

    private static final String IMAGE_INSPECTED = """
            {"Id":"IMAGE","RepoTags":["busybox:latest"],"RepoDigests":[],"Parent":"","Comment":"","Created":"2026-01-02T03:04:05Z",
            "Container":"","DockerVersion":"20.10","Author":"","Config":CONFIG,"Architecture":"amd64","Os":"linux","Size":1982270,
            "VirtualSize":1982270,"GraphDriver":{"Data":{"MergedDir":"/m"},"Name":"overlay2"},"RootFS":{"Type":"layers","Layers":["IMAGE"]},
            "Metadata":{"LastTagTime":"2026-01-02T03:04:05Z"}}""";

    private static final String STATS = """
            {"read":"2026-01-02T03:04:06Z","preread":"2026-01-02T03:04:05Z","pids_stats":{"current":1},"blkio_stats":
            {"io_service_bytes_recursive":[{"major":8,"minor":0,"op":"Read","value":4096}]},"num_procs":0,"storage_stats":{},"cpu_stats":
            {"cpu_usage":{"total_usage":26828670,"percpu_usage":[1,2],"usage_in_kernelmode":0,"usage_in_usermode":20000000},
            "system_cpu_usage":31347210000000,"online_cpus":2,"throttling_data":{"periods":0,"throttled_periods":0,"throttled_time":0}},
            "precpu_stats":{"cpu_usage":{"total_usage":16828670,"percpu_usage":[1,2],"usage_in_kernelmode":0,"usage_in_usermode":1},
            "system_cpu_usage":31345220000000,"online_cpus":2,"throttling_data":{"periods":0,"throttled_periods":0,"throttled_time":0}},
            "memory_stats":{"usage":458752,"max_usage":4337664,"stats":{"cache":0,"inactive_file":0,"total_inactive_file":0},
            "limit":25276502016},"networks":{"eth0":{"rx_bytes":1,"rx_packets":1,"tx_bytes":1,"tx_packets":1}},"name":"/web","id":"ID"}
            """;

    private static final String STAT = Base64.getEncoder().encodeToString(
            "{\"name\":\"hostname\",\"size\":0,\"mode\":420,\"mtime\":\"2026-01-02T03:04:05Z\",\"linkTarget\":\"\"}"
                    .getBytes(StandardCharsets.UTF_8));

    /// By the end of the request's path; the first that fits answers.
    private static final Map<String, String> ANSWERS = Map.ofEntries(
            Map.entry("/containers/json", LISTED),
            Map.entry("/changes", "[{\"Path\":\"/etc\",\"Kind\":0}]"),
            Map.entry("/volumes", """
                    {"Volumes":[{"CreatedAt":"2026-01-02T03:04:05Z","Driver":"local","Labels":null,"Mountpoint":"/v","Name":"data",
                    "Options":null,"Scope":"local"}],"Warnings":null}"""),
            Map.entry("/networks", """
                    [{"Name":"bridge","Id":"ID","Created":"2026-01-02T03:04:05.123456789Z","Scope":"local","Driver":"bridge",
                    "EnableIPv6":false,"IPAM":{"Driver":"default","Options":null,"Config":[{"Subnet":"172.17.0.0/16"}]},"Internal":false,
                    "Attachable":false,"Ingress":false,"ConfigFrom":{"Network":""},"ConfigOnly":false,"Containers":{},"Options":{},
                    "Labels":{}}]"""),
            Map.entry("/images/json", """
                    [{"Containers":-1,"Created":1795532315,"Id":"IMAGE","Labels":null,"ParentId":"","RepoDigests":null,
                    "RepoTags":["busybox:latest"],"SharedSize":-1,"Size":1982270,"VirtualSize":1982270}]"""),
            Map.entry("/history", """
                    [{"Comment":"","Created":1795532315,"CreatedBy":"COPY","Id":"IMAGE","Size":1982270,"Tags":["busybox:latest"]}]"""),
            Map.entry("/top", """
                    {"Processes":[["root","9927","9907","4","14:58","?","00:00:00","sleep 1000"]],
                    "Titles":["UID","PID","PPID","C","STIME","TTY","TIME","CMD"]}"""),
            Map.entry("/stats", STATS),
            Map.entry("/wait", "{\"StatusCode\":0}"),
            Map.entry("/version", """
                    {"Platform":{"Name":""},"Components":[{"Name":"Engine","Version":"20.10.24","Details":{"ApiVersion":"1.41",
                    "Arch":"amd64","BuildTime":"2026-01-02T03:04:05.000000000+00:00","Experimental":"false","GitCommit":"x",
                    "GoVersion":"go1.19","KernelVersion":"6.1","MinAPIVersion":"1.12","Os":"linux"}}],"Version":"20.10.24",
                    "ApiVersion":"1.41","MinAPIVersion":"1.12","GitCommit":"x","GoVersion":"go1.19","Os":"linux","Arch":"amd64",
                    "KernelVersion":"6.1","BuildTime":"2026-01-02T03:04:05.000000000+00:00"}"""),
            Map.entry("/info", """
                    {"ID":"X","Containers":1,"ContainersRunning":1,"ContainersPaused":0,"ContainersStopped":0,"Images":1,
                    "Driver":"overlay2","DriverStatus":[["Backing Filesystem","extfs"]],"Plugins":{"Volume":["local"],"Network":["bridge"],
                    "Authorization":null,"Log":["json-file"]},"MemoryLimit":true,"SwapLimit":true,"LoggingDriver":"json-file",
                    "CgroupDriver":"cgroupfs","CgroupVersion":"1","KernelVersion":"6.1","OperatingSystem":"Linux","OSType":"linux",
                    "Architecture":"x86_64","NCPU":2,"MemTotal":25276502016,"DockerRootDir":"/var/lib/docker","Name":"host","Labels":[],
                    "ServerVersion":"20.10.24","Runtimes":{"runc":{"path":"runc"}},"DefaultRuntime":"runc","Swarm":{"LocalNodeState":
                    "inactive"},"SecurityOptions":["name=seccomp,profile=default"],"Warnings":null}"""));

    private CannedDaemon() {}

    public static void main(String[] arguments) throws IOException {
        var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(Path.of(arguments[0])));
        while (true) {
            var client = server.accept();
            Thread.ofVirtual().start(() -> serve(client));
        }
    }

    private static void serve(SocketChannel client) {
        try (client) {
            var in = new BufferedInputStream(Channels.newInputStream(client));
            var out = Channels.newOutputStream(client);
            for (var request = line(in); !request.isEmpty(); request = line(in)) {
                long length = 0;
                for (var header = line(in); !header.isEmpty(); header = line(in)) {
                    if (header.regionMatches(true, 0, "Content-Length:", 0, 15)) length = Long.parseLong(header.substring(15).strip());
                    if (header.equalsIgnoreCase("Transfer-Encoding: chunked")) length = -1;
                }
                if (length >= 0) in.skipNBytes(length);
                else skipChunks(in);
                var words = request.split(" ", -1);
                var target = words[1].split("\\?", -1);
                if (target[0].endsWith("/events")) {
                    stream("", in, out);
                } else if (target[0].endsWith("/stats") && target.length > 1 && target[1].contains("stream=1")) {
                    stream(STATS.replace("\n", "") + "\n", in, out);
                } else {
                    answer(words[0], target[0], out);
                }
            }
        } catch (IOException _) {
            // it hung up
        }
    }

    private static void skipChunks(InputStream in) throws IOException {
        long size;
        do {
            size = Long.parseLong(line(in), 16);
            in.skipNBytes(size);
            line(in);
        } while (size > 0);
    }

    /// What has begun and goes on for as long as somebody listens.
    private static void stream(String beginning, InputStream in, OutputStream out) throws IOException {
        var chunk = beginning.isEmpty() ? "" : Integer.toHexString(beginning.length()) + "\r\n" + beginning + "\r\n";
        out.write(("HTTP/1.1 200 OK\r\nApi-Version: 1.41\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n" + chunk)
                .getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
        in.transferTo(OutputStream.nullOutputStream());
    }

    private static void answer(String method, String path, OutputStream out) throws IOException {
        if (path.endsWith("/logs")) {
            var text = "hello\n".getBytes(StandardCharsets.UTF_8);
            var frame = new byte[8 + text.length];
            frame[0] = 1;
            frame[7] = (byte) text.length;
            System.arraycopy(text, 0, frame, 8, text.length);
            send(out, "200 OK", "application/vnd.docker.raw-stream", frame);
        } else if (path.endsWith("/archive") || path.endsWith("/get") || path.endsWith("/export")) {
            send(out, "200 OK", "application/x-tar\r\nX-Docker-Container-Path-Stat: " + STAT, method.equals("GET") ? archive() : new byte[0]);
        } else if (path.endsWith("/load") || path.endsWith("/create") && path.contains("/images/")) {
            send(out, "200 OK", "application/json", "{\"stream\":\"Loaded image: busybox:latest\\n\"}\n".getBytes(StandardCharsets.UTF_8));
        } else if (path.endsWith("/_ping")) {
            send(out, "200 OK", "text/plain", method.equals("HEAD") ? new byte[0] : "OK".getBytes(StandardCharsets.UTF_8));
        } else if (method.equals("GET") || path.endsWith("/wait")) {
            send(out, "200 OK", "application/json", body(path).getBytes(StandardCharsets.UTF_8));
        } else {
            send(out, "204 No Content", "text/plain", new byte[0]);
        }
    }

    /// One with an empty file.
    private static byte[] archive() {
        var archive = new byte[512 + 1024];
        put(archive, 0, "hostname");
        put(archive, 100, "%07o\0%07o\0%07o\0%011o\0%011o\0%8s0".formatted(0644, 0, 0, 0, 1795532315, ""));
        put(archive, 257, "ustar\00000");
        int sum = 0;
        for (int i = 0; i < 512; i++) sum += archive[i];
        put(archive, 148, "%06o\0 ".formatted(sum));
        return archive;
    }

    private static void put(byte[] archive, int at, String text) {
        System.arraycopy(text.getBytes(StandardCharsets.ISO_8859_1), 0, archive, at, text.length());
    }

    private static String body(String path) {
        var found = ANSWERS.entrySet().stream().filter(each -> path.endsWith(each.getKey())).findFirst();
        var text = found.isPresent() ? found.get().getValue() : path.contains("/images/") ? IMAGE_INSPECTED : INSPECTED;
        return text.replace("\n", "").replace("CONFIG", CONFIG.replace("\n", "")).replace("NETWORKS", NETWORKS.replace("\n", ""))
                .replace("\"ID\",", "\"" + ID + "\",").replace("\"ID\"}", "\"" + ID + "\"}")
                .replace("\"IMAGE\"", "\"" + IMAGE + "\"");
    }

    private static void send(OutputStream out, String status, String type, byte[] body) throws IOException {
        var head = "HTTP/1.1 " + status + "\r\nApi-Version: 1.41\r\nOstype: linux\r\nServer: Docker/20.10.24 (linux)\r\nContent-Type: " + type
                + (status.startsWith("204") ? "" : "\r\nContent-Length: " + body.length) + "\r\n\r\n";
        out.write(head.getBytes(StandardCharsets.ISO_8859_1));
        out.write(body);
        out.flush();
    }

    private static String line(InputStream in) throws IOException {
        var text = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            if (c != '\r') text.append((char) c);
        }
        return text.toString();
    }
}
