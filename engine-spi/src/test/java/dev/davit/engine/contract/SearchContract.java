package dev.davit.engine.contract;

import dev.davit.engine.EngineException;
import dev.davit.engine.Filters;
import dev.davit.engine.image.SearchRequest;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/// Looking for images in registries. What a registry finds is its own business: the promise is about the question.
public abstract class SearchContract extends EngineContract {

    @Test
    void a_limit_outside_of_1_to_100_is_refused() {
        var request = new SearchRequest("word", OptionalInt.of(101), Filters.none(), Optional.empty());
        refused(EngineException.Invalid.class, "search for word", () -> engine().registries().search(request));
    }

    @Test
    void an_unknown_filter_is_refused() {
        var request = new SearchRequest("word", OptionalInt.empty(), Filters.of("nonsense", "1"), Optional.empty());
        refused(EngineException.Invalid.class, "search for word", () -> engine().registries().search(request));
    }
}
