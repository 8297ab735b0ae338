package dev.davit.engine.remote.server;

import static dev.davit.engine.remote.server.SameCommands.dockerfile;

import dev.davit.engine.container.ContainerQuery;
import dev.davit.testing.Await;
import dev.davit.testing.Dockerd;
import dev.davit.testing.DockerdExtension;
import dev.davit.testing.LeakCheck;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// What docker's own command says of images through Davit's server is what it says before the daemon itself.
@ExtendWith({DockerdExtension.class, LeakCheck.class})
class ImageCommandsTest {
    @TempDir
    Path folder;

    private SameCommands same;

    @BeforeEach
    void open(Dockerd dockerd) throws IOException {
        same = new SameCommands(dockerd, folder);
    }

    @AfterEach
    void close() throws IOException {
        same.close();
    }

    @Test
    void builds_are_told_alike() throws Exception {
        same.check(
                dockerfile("LABEL own=@", "ARG WORD=usual", "COPY file /", "RUN echo $WORD; printf unfinished", "RUN echo wrong >&2", "CMD [\"sh\"]"),
                "docker build -t @/app:1 -t @/app:2 --build-arg WORD=given --build-arg NOBODY=1 --label asked=yes ctx",
                "docker build -t @/app:1 --build-arg WORD=given ctx",
                "docker build -q ctx",
                "docker build --no-cache --rm=false --iidfile id ctx",
                "cat id",
                "docker build --force-rm --memory 64m --ulimit nofile=100:200 --add-host a:10.0.0.1 --shm-size 8m --no-cache ctx",
                "tar -C ctx -c . | gzip | docker build - | tail -n +2",
                "docker build - < ctx/Dockerfile",
                "docker build --target nosuch ctx",
                "docker build -f nosuch ctx",
                dockerfile("RUN echo before @; exit 7"),
                "docker build ctx",
                "docker build -q ctx",
                dockerfile("COPY nosuch /"),
                "docker build ctx",
                "docker build --network nosuch --no-cache ctx",
                "docker build -t UPPER ctx",
                dockerfile("RUNN x", "COPY a"),
                "docker build ctx",
                "echo FROM 127.0.0.1:1/a > ctx/Dockerfile",
                "docker build ctx",
                "docker rmi -f $(docker images -qaf label=own=@) >/dev/null 2>&1 || true",
                "docker ps -aq | xargs -r docker rm >/dev/null",
                "docker builder prune -f");
    }

    @Test
    void names_and_histories_are_told_alike() throws Exception {
        same.check(
                dockerfile("LABEL own=@", "ENV a=1", "COPY file /@"),
                "docker build -qt @/app:1 ctx",
                "docker tag @/app:1 @/app",
                "docker tag @/app:1 Bad",
                "docker tag @/nosuch @/app",
                "docker images @/app",
                "docker images --digests --no-trunc --format '{{.Repository}} {{.Tag}} {{.Digest}} {{.Size}} {{.ID}}' @/app",
                "docker images -q -f label=own=@",
                "docker images -f nosuch=1",
                "docker history @/app:1",
                "docker history --no-trunc -q @/app:1",
                "docker history @/nosuch",
                "docker image inspect @/app:1 | sed '/Id\\|Date\\|Dir\\|LastTag\\|Parent\\|sha256/d'",
                "docker image inspect @/nosuch",
                "docker create --name @-c @/app:1 >/dev/null",
                "docker rmi @/app:1 @/nosuch",
                "docker rmi @/app",
                "docker rmi -f @/app",
                "docker rm @-c",
                "docker rmi $(docker images -qaf label=own=@) 2>&1 | tail -1 | cut -c1-30",
                "docker image prune -f --filter label=own=@",
                "docker image prune -f --filter nosuch=1");
    }

    @Test
    void archives_are_told_alike() throws Exception {
        same.check(
                "mkdir -p root; echo @ > root/file; tar -C root -c . | docker import -m note -c 'CMD [\"x\"]' -c 'ENV a=1' - @/root:1",
                "docker history --format '{{.Comment}} {{.Size}} {{.CreatedBy}}' @/root:1",
                "docker image inspect -f '{{json .Config.Cmd}} {{json .Config.Env}}' @/root:1",
                "tar -C root -c . | docker import -c 'NOSUCH x' - @/root:2",
                "tar -C root -c . | docker import - BAD",
                "head -c 1000 /dev/urandom | docker import - @/root:3",
                "docker tag @/root:1 @/root:4",
                "docker save -o saved @/root:1 @/root:4",
                "tar -tf saved | grep -c .",
                "docker save @/nosuch | wc -c",
                "docker rmi @/root:1 @/root:4",
                "docker load < saved",
                "docker load -i saved",
                "docker save $(docker images -q @/root:1) | docker load",
                "echo nonsense | docker load",
                "docker rmi @/root:1 @/root:4");
    }

    @Test
    void a_build_ends_when_its_client_goes() throws Exception {
        same.check(dockerfile("RUN sleep 1000 # told by nobody"));
        var client = same.start("docker build --force-rm ctx");
        Await.until("the command runs", this::isBuilding);
        client.destroyForcibly().waitFor();
        Await.until("the command has ended", () -> !isBuilding());
    }

    private boolean isBuilding() {
        return same.engine().containers().list(ContainerQuery.everything()).stream()
                .anyMatch(container -> container.command().contains("told by nobody") && container.state().isRunning());
    }
}
