package dev.davit.console.paint;

import dev.davit.console.model.Screen.SourceId;
import dev.davit.console.store.Scrollback;
import java.util.List;

/// Where the lines of logs and outputs are.
@FunctionalInterface
public interface LineSource {

    /// Some lines; fewer where there are no more.
    List<Scrollback.Line> lines(SourceId source, long from, int count);
}
