package dev.davit.engine.remote.server;

import dev.davit.engine.system.Event;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Who asked for what lately, to tell with an event who caused it.
///
/// An engine's event names nobody. It is a call's when it is of a kind that such a call causes, of the thing that the call named, and
/// has happened between the call's begin and its end. When calls of several users could be meant, nobody is named; nor is anybody for
/// an event that was long ago, or that an engine with another clock tells. Who comes to the engine by another way is not seen here.
final class Callers {
    /// What an event says of its caller: the words of the log, `uid=1000(alice)`.
    static final String ATTRIBUTE = "davit.caller";

    /// How many calls that have ended are known.
    private static final int KEPT = 1024;

    /// What calls cause, by method and pattern: the event's type and its actions without arguments.
    private static final Map<String, Causes> CAUSES = Stream.of(
                    causes("POST /containers/create", "name", "container", "create"),
                    causes("POST /containers/{id}/update", "id", "container", "update"),
                    causes("POST /containers/{id}/start", "id", "container", "start"),
                    causes("POST /containers/{id}/stop", "id", "container", "kill", "die", "stop"),
                    causes("POST /containers/{id}/restart", "id", "container", "kill", "die", "stop", "start", "restart"),
                    causes("POST /containers/{id}/kill", "id", "container", "kill", "die"),
                    causes("POST /containers/{id}/pause", "id", "container", "pause"),
                    causes("POST /containers/{id}/unpause", "id", "container", "unpause"),
                    causes("POST /containers/{id}/rename", "id", "container", "rename"),
                    causes("POST /containers/{id}/resize", "id", "container", "resize"),
                    causes("POST /containers/{id}/attach", "id", "container", "attach", "detach"),
                    causes("GET /containers/{id}/attach/ws", "id", "container", "attach", "detach"),
                    causes("POST /containers/{id}/exec", "id", "container", "exec_create"),
                    causes("POST /exec/{id}/start", "id", "container", "exec_start", "exec_die", "exec_detach"),
                    causes("GET /containers/{id}/export", "id", "container", "export"),
                    causes("GET /containers/{id}/archive", "id", "container", "archive-path"),
                    causes("PUT /containers/{id}/archive", "id", "container", "extract-to-dir"),
                    causes("GET /containers/{id}/top", "id", "container", "top"),
                    causes("POST /commit", "container", "container", "commit"),
                    causes("DELETE /containers/{id}", "id", "container", "kill", "die", "destroy"),
                    causes("POST /containers/prune", "", "container", "destroy", "prune"),
                    causes("POST /images/create", "", "image", "pull", "import"),
                    causes("POST /images/load", "", "image", "load"),
                    causes("POST /images/{name*}/push", "", "image", "push"),
                    causes("POST /images/{name*}/tag", "", "image", "tag"),
                    causes("DELETE /images/{name*}", "", "image", "untag", "delete"),
                    causes("POST /images/prune", "", "image", "untag", "delete", "prune"),
                    causes("POST /networks/create", "", "network", "create"),
                    causes("POST /networks/{id}/connect", "id", "network", "connect"),
                    causes("POST /networks/{id}/disconnect", "id", "network", "disconnect"),
                    causes("DELETE /networks/{id}", "id", "network", "destroy"),
                    causes("POST /networks/prune", "", "network", "destroy", "prune"),
                    causes("POST /volumes/create", "", "volume", "create"),
                    causes("DELETE /volumes/{name}", "name", "volume", "destroy"),
                    causes("POST /volumes/prune", "", "volume", "destroy", "prune"))
            .collect(Collectors.toMap(Causes::route, causes -> causes));

    /// @param object the name in the path, or the parameter, that tells what it happens to; "" when nothing does
    private record Causes(String route, String object, String type, Set<String> actions) {}

    private static Causes causes(String route, String object, String type, String... actions) {
        return new Causes(route, object, type, Set.of(actions));
    }

    private final Deque<Span> spans = new ArrayDeque<>();

    /// A call that was begun.
    static final class Span implements AutoCloseable {
        private final String caller;
        private final Causes causes;
        private final String object;
        private final Instant begin = Instant.now();
        private volatile @Nullable Instant end;

        private Span(String caller, Causes causes, String object) {
            this.caller = caller;
            this.causes = causes;
            this.object = object;
        }

        private boolean isOver() {
            return end != null;
        }

        /// @param action the event's, without arguments
        private boolean mayCause(Event event, String action) {
            var last = end;
            return causes.type().equals(event.type())
                    && causes.actions().contains(action)
                    && !event.time().isBefore(begin)
                    && (last == null || !event.time().isAfter(last))
                    && (object.isEmpty() || isObject(event));
        }

        private boolean isObject(Event event) {
            var attributes = event.attributes();
            return event.actorId().startsWith(object)
                    || object.equals(attributes.get("name"))
                    || object.equals(attributes.get("execID"))
                    || ("/" + object).equals(attributes.get("oldName"));
        }

        @Override
        public void close() {
            end = Instant.now();
        }
    }

    /// Begins a call; the caller closes it when it has been answered. Empty for one that causes nothing.
    ///
    /// @param route method and pattern
    /// @param caller who asks
    /// @param named what the path, or a parameter, has under a name; "" for nothing
    Optional<Span> begin(String route, Supplier<String> caller, UnaryOperator<String> named) {
        var causes = CAUSES.get(route);
        if (causes == null) return Optional.empty();
        String object = named.apply(causes.object());
        var span = new Span(caller.get(), causes, object.startsWith("/") ? object.substring(1) : object);
        synchronized (spans) {
            spans.addLast(span);
            if (spans.size() > KEPT) forget();
        }
        return Optional.of(span);
    }

    /// The oldest go that are over.
    private void forget() {
        int spare = spans.size() - KEPT;
        for (var each = spans.iterator(); spare > 0 && each.hasNext(); ) {
            if (!each.next().isOver()) continue;
            each.remove();
            spare--;
        }
    }

    /// The event, with who caused it where that is known.
    Event told(Event event) {
        String action = event.action().split(":", 2)[0];
        List<String> callers;
        synchronized (spans) {
            callers = spans.stream().filter(span -> span.mayCause(event, action)).map(span -> span.caller).distinct().toList();
        }
        if (callers.size() != 1) return event;
        var attributes = new LinkedHashMap<>(event.attributes());
        attributes.put(ATTRIBUTE, callers.getFirst());
        return new Event(event.type(), event.action(), event.actorId(), attributes, event.scope(), event.time());
    }
}
