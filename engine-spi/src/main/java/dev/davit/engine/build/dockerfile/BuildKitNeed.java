package dev.davit.engine.build.dockerfile;

import java.util.ArrayList;
import java.util.List;

/// Something in a Dockerfile that only BuildKit understands.
///
/// @param line where it stands
/// @param construct as it is typed, as far as needed to know it: `RUN --mount`, `COPY <<EOF`
public record BuildKitNeed(int line, String construct) {

    /// What a Dockerfile needs BuildKit for, by line.
    public static List<BuildKitNeed> of(Dockerfile dockerfile) {
        var needs = new ArrayList<BuildKitNeed>();
        dockerfile.instructions().forEach(instruction -> collect(instruction, "", needs));
        return needs;
    }

    private static void collect(Instruction instruction, String before, List<BuildKitNeed> needs) {
        var keyword = instruction.keyword();
        String shown = before + keyword;
        int line = instruction.position().first();
        for (var flag : instruction.flags()) {
            if (keyword.needsBuildKit(flag.name())) needs.add(new BuildKitNeed(line, shown + " --" + flag.name()));
        }
        for (var text : instruction.heredocs()) needs.add(new BuildKitNeed(line, shown + " <<" + text.name()));
        if (instruction.arguments() instanceof Arguments.Trigger(var trigger)) collect(trigger, shown + " ", needs);
    }

    @Override
    public String toString() {
        return "line " + line + ": " + construct;
    }
}
