package dev.davit.console.paint;

/// Every letter at least 7 times as bright as its ground, or the other way round (WCAG 2.1, 1.4.6). That takes a ground of
/// its own: what a terminal has is not known.
record HighContrastPalette() implements Palette {
    private static final Shade BLACK = new Shade(16, 0x000000);
    private static final Shade WHITE = new Shade(231, 0xffffff);
    private static final Shade YELLOW = new Shade(226, 0xffff00);

    @Override
    public Shade foreground(Ink ink) {
        return switch (ink) {
            case TEXT, NAME, KEY_LABEL, FRAME -> WHITE;
            case BRAND, HEADER -> BLACK;
            case DIM, ENDED -> new Shade(252, 0xd0d0d0);
            case TITLES, KEY -> new Shade(51, 0x00ffff);
            case RUNNING, DONE -> new Shade(46, 0x00ff00);
            case PAUSED, BUSY, MATCH -> YELLOW;
            case FAILED, PROBLEM, DANGER -> new Shade(210, 0xff8080);
            case STDERR -> new Shade(214, 0xffaf00);
        };
    }

    @Override
    public Shade background(Ink ink) {
        return switch (ink) {
            case BRAND -> YELLOW;
            case HEADER -> WHITE;
            case TEXT, DIM, TITLES, NAME, RUNNING, PAUSED, ENDED, FAILED, BUSY, KEY, KEY_LABEL, PROBLEM, DONE, FRAME, DANGER, STDERR, MATCH -> BLACK;
        };
    }

    /// Signs and words tell there what colours tell elsewhere.
    @Override
    public Shade onSelection(Ink ink) {
        return BLACK;
    }

    @Override
    public Shade selection() {
        return YELLOW;
    }
}
