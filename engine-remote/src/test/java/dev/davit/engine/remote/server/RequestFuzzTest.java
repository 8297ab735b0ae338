package dev.davit.engine.remote.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.testing.LeakCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LeakCheck.class)
class RequestFuzzTest {

    @Test
    @Timeout(120)
    void no_generated_request_finds_a_defect_hangs_or_leaves_anything() throws Exception {
        var result = RequestFuzz.run(3000, 4, 1);
        assertThat(result.defects()).isEmpty();
        assertThat(result.answered() + result.dropped()).isEqualTo(3000);
        assertThat(result.answered()).as("not everything is only hung up on").isGreaterThan(2000);
    }
}
