package dev.davit.console.paint;

/// Dark letters, for terminals with a light ground. The row with the cursor is a dark one: on white it stands out further than
/// any light colour does.
record LightPalette() implements Palette {

    @Override
    public Shade foreground(Ink ink) {
        return switch (ink) {
            case TEXT -> Shade.OWN;
            case NAME, KEY -> new Shade(25, 0x0b5394);
            case DIM, ENDED, FRAME -> new Shade(242, 0x5f6770);
            case TITLES -> new Shade(24, 0x1b6478);
            case KEY_LABEL -> new Shade(239, 0x3f4852);
            case BRAND -> new Shade(231, 0xffffff);
            case HEADER -> new Shade(236, 0x26303a);
            case RUNNING, DONE -> new Shade(22, 0x116329);
            case PAUSED, BUSY, MATCH -> new Shade(94, 0x7d4e00);
            case FAILED, PROBLEM, DANGER -> new Shade(124, 0xb3141a);
            case STDERR -> new Shade(130, 0x8f4a12);
        };
    }

    @Override
    public Shade background(Ink ink) {
        return switch (ink) {
            case BRAND -> new Shade(24, 0x1f6d94);
            case HEADER -> new Shade(254, 0xdfe5ec);
            case TEXT, DIM, TITLES, NAME, RUNNING, PAUSED, ENDED, FAILED, BUSY, KEY, KEY_LABEL, PROBLEM, DONE, FRAME, DANGER, STDERR, MATCH -> Shade.OWN;
        };
    }

    @Override
    public Shade onSelection(Ink ink) {
        return switch (ink) {
            case RUNNING -> new Shade(120, 0x8ff0a4);
            case PAUSED, BUSY -> new Shade(222, 0xffd787);
            case FAILED, PROBLEM, DANGER, STDERR -> new Shade(224, 0xffd0d0);
            case DIM, ENDED, TITLES, KEY_LABEL, FRAME -> new Shade(252, 0xd0d8e0);
            case TEXT, BRAND, HEADER, NAME, KEY, DONE, MATCH -> new Shade(231, 0xffffff);
        };
    }

    @Override
    public Shade selection() {
        return new Shade(24, 0x1d4f6e);
    }
}
