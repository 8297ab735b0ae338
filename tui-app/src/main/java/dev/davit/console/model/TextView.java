package dev.davit.console.model;

import dev.davit.console.store.Scrollback.Extent;

/// Where one stands in lines that grow at their end and are dropped at their beginning.
///
/// @param top number of the first line on the screen
/// @param column how far to the right
/// @param follow whether the end stays in sight
public record TextView(long top, int column, boolean follow) {
    /// At the end, and staying there.
    public static final TextView END = new TextView(0, 0, true);
    /// At the beginning.
    public static final TextView BEGINNING = new TextView(0, 0, false);

    /// The same place when lines came and went.
    public TextView within(Extent extent, int height) {
        long last = Math.max(extent.first(), extent.end() - Math.max(1, height));
        return new TextView(follow ? last : Math.clamp(top, extent.first(), last), column, follow);
    }

    /// So many lines down, up when negative. Moving up lets go of the end; reaching it takes hold again.
    public TextView moved(Extent extent, int height, long lines) {
        var here = within(extent, height);
        long last = Math.max(extent.first(), extent.end() - Math.max(1, height));
        long wanted = Math.clamp(here.top + lines, extent.first(), last);
        return new TextView(wanted, column, wanted == last && lines > 0);
    }

    /// So many columns to the right, left when negative.
    public TextView shifted(int columns) {
        return new TextView(top, Math.max(0, column + columns), follow);
    }

    /// With a line in sight; where it is not, a third down the screen. It lets go of the end.
    public TextView showing(long line, Extent extent, int height) {
        boolean seen = line >= top && line < top + height;
        return new TextView(seen ? top : line - height / 3, column, false).within(extent, height);
    }

    /// Holding on to the end, or letting go.
    public TextView following(boolean wanted) {
        return new TextView(top, column, wanted);
    }
}
