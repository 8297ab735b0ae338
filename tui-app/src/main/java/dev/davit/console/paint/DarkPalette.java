package dev.davit.console.paint;

/// Light letters, for terminals with a dark ground.
record DarkPalette() implements Palette {

    @Override
    public Shade foreground(Ink ink) {
        return switch (ink) {
            case TEXT -> Shade.OWN;
            case NAME -> new Shade(117, 0x8fd3ff);
            case DIM, ENDED, FRAME -> new Shade(245, 0x8a929c);
            case TITLES -> new Shade(73, 0x62b5c4);
            case KEY_LABEL -> new Shade(250, 0xb4bcc6);
            case BRAND -> new Shade(231, 0xffffff);
            case HEADER -> new Shade(252, 0xd5dbe3);
            case RUNNING, DONE -> new Shade(78, 0x57d28b);
            case PAUSED, BUSY, MATCH -> new Shade(221, 0xf2c55c);
            case FAILED, PROBLEM, DANGER -> new Shade(203, 0xff6b68);
            case STDERR -> new Shade(216, 0xf0b08a);
            case KEY -> new Shade(117, 0x7cc7ff);
        };
    }

    @Override
    public Shade background(Ink ink) {
        return switch (ink) {
            case BRAND -> new Shade(31, 0x1f7fa8);
            case HEADER -> new Shade(236, 0x2b3440);
            case TEXT, DIM, TITLES, NAME, RUNNING, PAUSED, ENDED, FAILED, BUSY, KEY, KEY_LABEL, PROBLEM, DONE, FRAME, DANGER, STDERR, MATCH -> Shade.OWN;
        };
    }

    @Override
    public Shade onSelection(Ink ink) {
        return switch (ink) {
            case RUNNING -> new Shade(120, 0x8ff0a4);
            case PAUSED, BUSY -> new Shade(222, 0xffd787);
            case FAILED, PROBLEM, DANGER, STDERR -> new Shade(217, 0xffb3b3);
            case DIM, ENDED, TITLES, KEY_LABEL, FRAME -> new Shade(252, 0xd0d8e0);
            case TEXT, BRAND, HEADER, NAME, KEY, DONE, MATCH -> new Shade(231, 0xffffff);
        };
    }

    @Override
    public Shade selection() {
        return new Shade(24, 0x1d4f6e);
    }
}
