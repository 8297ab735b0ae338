package dev.davit.shell;

import java.time.Instant;
import org.jline.reader.impl.history.DefaultHistory;

/// JLine's history without what may not be kept. Its own patterns look at the first of several lines only.
final class Remembered extends DefaultHistory {

    @Override
    public void add(Instant time, String line) {
        if (History.isKept(line)) super.add(time, line);
    }
}
