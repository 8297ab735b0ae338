package dev.davit.engine.fake;

import dev.davit.engine.EngineException;
import dev.davit.engine.Feature;
import dev.davit.engine.Feed;
import dev.davit.engine.Pruned;
import dev.davit.engine.build.BuildProgress;
import dev.davit.engine.build.BuildPrune;
import dev.davit.engine.build.BuildSpec;
import dev.davit.engine.build.Builds;

/// This engine builds nothing, and says so.
final class FakeBuilds implements Builds {

    @Override
    public Feed<BuildProgress> build(BuildSpec spec) {
        throw refusal("build the image");
    }

    @Override
    public Pruned<String> prune(BuildPrune request) {
        throw refusal("prune the build cache");
    }

    private static EngineException refusal(String what) {
        return new EngineException.Unsupported(Feature.BUILD, "cannot " + what + ": the fake engine does not build");
    }
}
