package dev.davit.console.input;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Bytes of a terminal as keys: UTF-8, control characters, and the sequences that xterm and its kin send (ctlseqs).
///
/// Bytes may come in any pieces. The escape key sends what every sequence begins with: when [#isWaiting], the caller waits
/// about 25 ms for the rest, then calls [#giveUp]. The mouse is read as SGR reports it (mode 1006); its other reports, those of
/// focus and answers of the terminal are nothing that a user does.
public final class KeyDecoder {
    private static final int LONGEST_SEQUENCE = 64;
    private static final int LONGEST_PASTE = 64 << 10;
    private static final byte[] PASTE_END = "\u001b[201~".getBytes(StandardCharsets.US_ASCII);
    private static final int ESCAPE = 0x1b;
    private static final Pattern MOUSE = Pattern.compile("<(\\d{1,3});(\\d{1,4});(\\d{1,4})");

    private byte[] held = new byte[0];
    private boolean pasting;
    private final ByteArrayOutputStream pasted = new ByteArrayOutputStream();

    /// What was decoded, and the bytes that it was: somebody else may want them instead.
    @SuppressWarnings("ArrayRecordComponent") // handed over, not compared
    public record Decoded(Input input, byte[] bytes) {}

    /// A thing decoded and how many bytes it took; 0 bytes: it is not all there.
    private record Step(int bytes, Optional<Input> input) {
        private static final Step INCOMPLETE = new Step(0, Optional.empty());

        static Step of(int bytes, Key key) {
            return new Step(bytes, Optional.of(new Input.Press(key)));
        }

        static Step skip(int bytes) {
            return new Step(bytes, Optional.empty());
        }
    }

    /// Whether something has begun whose rest has not come.
    public boolean isWaiting() {
        return held.length > 0;
    }

    /// Takes bytes.
    public List<Decoded> decode(byte[] bytes, int count) {
        byte[] all = Arrays.copyOf(held, held.length + count);
        System.arraycopy(bytes, 0, all, held.length, count);
        var inputs = new ArrayList<Decoded>();
        int at = 0;
        while (at < all.length) {
            var step = pasting ? paste(all, at) : step(all, at);
            if (step.bytes() == 0) break;
            byte[] own = Arrays.copyOfRange(all, at, at + step.bytes());
            step.input().ifPresent(input -> inputs.add(new Decoded(input, own)));
            at += step.bytes();
        }
        held = Arrays.copyOfRange(all, at, all.length);
        return inputs;
    }

    /// The rest does not come: what there is is what was meant.
    public List<Decoded> giveUp() {
        byte[] all = held;
        held = new byte[0];
        if (pasting) {
            // a paste may be slow: its end will come
            held = all;
            return List.of();
        }
        if (all.length == 0 || all[0] != ESCAPE) return List.of();
        if (all.length == 1) return List.of(new Decoded(new Input.Press(Key.ESCAPE), all));
        if (all.length > 2) {
            // nobody types that: it is a report of the mouse, and the rest of it would be taken for keys
            if (all[1] == '[' && all[2] == '<') held = all;
            return List.of();
        }
        return List.of(new Decoded(new Input.Press(Key.typing(all[1] & 0x7f).with("alt-")), all));
    }

    private Step step(byte[] all, int at) {
        int b = all[at] & 0xff;
        if (b == ESCAPE) return escape(all, at);
        if (b < 0x20 || b == 0x7f) return Step.of(1, control(b));
        return character(all, at, "");
    }

    private static Key control(int b) {
        return switch (b) {
            case 0 -> new Key("ctrl-space");
            case '\t' -> Key.TAB;
            case '\r', '\n' -> Key.ENTER;
            case '\b', 0x7f -> Key.BACKSPACE;
            default -> new Key("ctrl-" + (char) Character.toLowerCase(b + 0x40));
        };
    }

    private static Step character(byte[] all, int at, String modifiers) {
        int b = all[at] & 0xff;
        int length = b < 0x80 ? 1 : b >= 0xf0 ? 4 : b >= 0xe0 ? 3 : b >= 0xc2 ? 2 : 0;
        if (length == 0 || b > 0xf4) return Step.skip(1);
        for (int i = 1; i < length; i++) {
            if (at + i >= all.length) return Step.INCOMPLETE;
            if ((all[at + i] & 0xc0) != 0x80) return Step.skip(i);
        }
        int point = new String(all, at, length, StandardCharsets.UTF_8).codePointAt(0);
        return point == 0xfffd ? Step.skip(length) : Step.of(length, Key.typing(point).with(modifiers));
    }

    private Step escape(byte[] all, int at) {
        if (at + 1 >= all.length) return Step.INCOMPLETE;
        int next = all[at + 1] & 0xff;
        if (next == '[') return sequence(all, at);
        if (next == 'O') return at + 2 < all.length ? function(3, all[at + 2], "", "") : Step.INCOMPLETE;
        if (next == ESCAPE) return Step.of(1, Key.ESCAPE);
        if (next < 0x20 || next == 0x7f) return Step.of(2, control(next).withAlt());
        var rest = character(all, at + 1, "alt-");
        return rest.bytes() == 0 ? Step.INCOMPLETE : new Step(rest.bytes() + 1, rest.input());
    }

    private Step sequence(byte[] all, int at) {
        int end = at + 2;
        while (end < all.length && all[end] >= 0x20 && all[end] < 0x40) end++;
        if (end - at > LONGEST_SEQUENCE) return Step.skip(end - at);
        if (end == all.length) return Step.INCOMPLETE;
        int length = end - at + 1;
        String parameters = new String(all, at + 2, end - at - 2, StandardCharsets.US_ASCII);
        if (all[end] == 'M' && parameters.isEmpty()) return at + 6 <= all.length ? Step.skip(6) : Step.INCOMPLETE;
        if (all[end] == '~' && parameters.equals("200")) {
            pasting = true;
            return Step.skip(length);
        }
        if (parameters.startsWith("<")) return new Step(length, all[end] == 'M' ? pointer(parameters) : Optional.empty());
        if (!parameters.isEmpty() && "<=>?".indexOf(parameters.charAt(0)) >= 0) return Step.skip(length);
        int semicolon = parameters.indexOf(';');
        String number = semicolon < 0 ? parameters : parameters.substring(0, semicolon);
        return function(length, all[end], number, modifiers(semicolon < 0 ? "" : parameters.substring(semicolon + 1)));
    }

    /// Source: ctlseqs, "SGR (1006)": the button, column and row from 1. With a modifier the mouse is the terminal's.
    private static Optional<Input> pointer(String parameters) {
        var report = MOUSE.matcher(parameters);
        if (!report.matches()) return Optional.empty();
        int column = Integer.parseInt(report.group(2)) - 1;
        int row = Integer.parseInt(report.group(3)) - 1;
        return switch (Integer.parseInt(report.group(1))) {
            case 0 -> column < 0 || row < 0 ? Optional.empty() : Optional.of(new Input.Click(column, row));
            case 64 -> Optional.of(new Input.Wheel(false));
            case 65 -> Optional.of(new Input.Wheel(true));
            default -> Optional.empty();
        };
    }

    private static String modifiers(String parameter) {
        if (!parameter.matches("\\d{1,3}")) return "";
        int bits = Integer.parseInt(parameter) - 1;
        return ((bits & 4) != 0 ? "ctrl-" : "") + ((bits & 2) != 0 ? "alt-" : "") + ((bits & 1) != 0 ? "shift-" : "");
    }

    private static Step function(int length, byte last, String number, String modifiers) {
        String name = switch (last) {
            case 'A' -> "up";
            case 'B' -> "down";
            case 'C' -> "right";
            case 'D' -> "left";
            case 'H' -> "home";
            case 'F' -> "end";
            case 'P' -> "f1";
            case 'Q' -> "f2";
            case 'R' -> "f3";
            case 'S' -> "f4";
            case 'Z' -> "shift-tab";
            case 'M' -> "enter";
            case '~' -> numbered(number);
            default -> "";
        };
        return name.isEmpty() ? Step.skip(length) : Step.of(length, new Key(name).with(modifiers));
    }

    private static String numbered(String number) {
        return switch (number) {
            case "1", "7" -> "home";
            case "2" -> "insert";
            case "3" -> "delete";
            case "4", "8" -> "end";
            case "5" -> "pgup";
            case "6" -> "pgdn";
            case "11", "12", "13", "14", "15" -> "f" + (Integer.parseInt(number) - 10);
            case "17", "18", "19", "20", "21" -> "f" + (Integer.parseInt(number) - 11);
            case "23", "24" -> "f" + (Integer.parseInt(number) - 12);
            default -> "";
        };
    }

    /// Escape characters of a paste are left out: its text is no sequence.
    private Step paste(byte[] all, int at) {
        int escape = at;
        while (escape < all.length && all[escape] != ESCAPE) escape++;
        if (escape > at) {
            int room = Math.max(0, LONGEST_PASTE - pasted.size());
            pasted.write(all, at, Math.min(room, escape - at));
            return Step.skip(escape - at);
        }
        int there = Math.min(PASTE_END.length, all.length - at);
        if (!Arrays.equals(all, at, at + there, PASTE_END, 0, there)) return Step.skip(1);
        if (there < PASTE_END.length) return Step.INCOMPLETE;
        pasting = false;
        String text = pasted.toString(StandardCharsets.UTF_8);
        pasted.reset();
        return new Step(PASTE_END.length, Optional.of(new Input.Paste(text)));
    }
}
