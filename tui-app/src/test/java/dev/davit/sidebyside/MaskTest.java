package dev.davit.sidebyside;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class MaskTest {

    @Test
    void runtimes_are_compared_in_any_order_and_others_are_not_taken_for_them() {
        String one = Mask.of(" Swarm: inactive\n Runtimes: runc io.containerd.runc.v2\n Default Runtime: runc\n");
        assertThat(one).isEqualTo(Mask.of(" Swarm: inactive\n Runtimes: io.containerd.runc.v2 runc\n Default Runtime: runc\n"));
        assertThat(one).isEqualTo(" Swarm: inactive\n Runtimes: io.containerd.runc.v2 runc\n Default Runtime: runc\n");
        assertThat(Mask.of(" Runtimes: runc\n")).isEqualTo(" Runtimes: runc\n");
    }
}
