package dev.davit.engine.fake;

import dev.davit.engine.Feature;
import dev.davit.engine.contract.EngineContractSuite;
import dev.davit.engine.contract.EngineUnderTest;
import dev.davit.engine.contract.EngineUnderTestExtension;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/// An engine that lacks what an engine may lack keeps the contract as well: it refuses.
@ExtendWith(BareEngineContractTest.Opened.class)
class BareEngineContractTest extends EngineContractSuite {
    private static final Set<Feature> MISSING = Set.of(
            Feature.PAUSE, Feature.UPDATE, Feature.STATS, Feature.PULL, Feature.LOGIN, Feature.DISK_USAGE, Feature.NETWORKS,
            Feature.VOLUMES);

    static final class Opened extends EngineUnderTestExtension {
        @Override
        protected EngineUnderTest open(ExtensionContext context) {
            return new FakeSubject(FakeEngine.without(MISSING));
        }
    }
}
