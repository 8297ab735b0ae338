package dev.davit.engine.fake;

import dev.davit.engine.EngineException;
import dev.davit.engine.image.TransferProgress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// News of something that is done when the last of them was read, or that fails behind them.
final class FakeNews extends WorldFeed<TransferProgress> {
    private final Deque<TransferProgress> news;
    private final Runnable done;
    private final Optional<EngineException> failure;
    private boolean over;

    private FakeNews(Client client, String what, List<TransferProgress> news, Runnable done, Optional<EngineException> failure) {
        super(client, what, client.world.changed);
        this.news = new ArrayDeque<>(news);
        this.done = done;
        this.failure = failure;
    }

    static FakeNews of(Client client, String what, List<TransferProgress> news, Runnable done) {
        return new FakeNews(client, what, news, done, Optional.empty());
    }

    static FakeNews failing(Client client, String what, List<TransferProgress> news, EngineException failure) {
        return new FakeNews(client, what, news, () -> {}, Optional.of(failure));
    }

    static TransferProgress line(String status) {
        return new TransferProgress("", status, 0, 0);
    }

    @Override
    Optional<TransferProgress> poll() {
        var next = news.poll();
        if (news.isEmpty() && !over && failure.isEmpty()) {
            over = true;
            done.run();
        }
        if (next == null && failure.isPresent() && !over) {
            over = true;
            throw failure.get();
        }
        return Optional.ofNullable(next);
    }

    @Override
    boolean isOver() {
        return over;
    }
}
