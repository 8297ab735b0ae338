package dev.davit.console.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class KeyDecoderTest {
    private final KeyDecoder decoder = new KeyDecoder();

    private static byte[] bytes(String text) {
        return text.replace("^[", "\033").getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> names(List<KeyDecoder.Decoded> decoded) {
        return decoded.stream()
                .map(one -> switch (one.input()) {
                    case Input.Press(Key key) -> key.name();
                    case Input.Paste(String text) -> "<" + text + ">";
                    case Input.Click(int column, int row) -> "click " + column + " " + row;
                    case Input.Wheel(boolean down) -> down ? "wheel down" : "wheel up";
                })
                .toList();
    }

    private List<String> keys(String typed) {
        var raw = bytes(typed);
        return names(decoder.decode(raw, raw.length));
    }

    @ParameterizedTest
    @CsvSource({
        "j,j", "G,G", "é,é", "日,日", "🐳,🐳", "^[[A,up", "^[OB,down", "^[[5~,pgup", "^[[6~,pgdn", "^[[H,home", "^[[1~,home", "^[OF,end", "^[[3~,delete",
        "^[[Z,shift-tab", "^[[1;5C,ctrl-right", "^[[1;2A,shift-up", "^[[5;3~,alt-pgup", "^[OP,f1", "^[[15~,f5", "^[[24~,f12", "^[x,alt-x", "^[é,alt-é",
        "^[<,alt-<"
    })
    void a_key_is_known_by_its_bytes(String typed, String key) {
        assertThat(keys(typed)).containsExactly(key);
        assertThat(decoder.isWaiting()).isFalse();
    }

    @Test
    void control_characters_have_names() {
        assertThat(keys("\001\t\r\n\177\b\000\003 ")).containsExactly("ctrl-a", "tab", "enter", "enter", "backspace", "backspace", "ctrl-space", "ctrl-c", "space");
    }

    @Test
    void bytes_may_come_one_by_one() {
        var seen = new ArrayList<String>();
        for (byte b : bytes("^[[1;5Cé^[[200~a^[[Bb^[[201~🐳^[OAj")) seen.addAll(names(decoder.decode(new byte[] {b}, 1)));
        assertThat(seen).containsExactly("ctrl-right", "é", "<a[Bb>", "🐳", "up", "j");
    }

    @Test
    void escape_alone_is_the_key_when_nothing_follows() {
        assertThat(keys("^[")).isEmpty();
        assertThat(decoder.isWaiting()).isTrue();
        assertThat(names(decoder.giveUp())).containsExactly("esc");
        assertThat(keys("j")).containsExactly("j");
        assertThat(keys("^[^[[A")).containsExactly("esc", "up");
        keys("^[[");
        assertThat(names(decoder.giveUp())).containsExactly("alt-[");
    }

    @Test
    void the_mouse_is_pressed_and_turned_and_all_else_of_it_is_nothing() {
        assertThat(keys("^[[<0;10;20M^[[<0;10;20m^[[<64;1;1M^[[<65;200;1000M")).containsExactly("click 9 19", "wheel up", "wheel down");
        // other buttons, modifiers, movement, the wheel to the side, what is no report
        assertThat(keys("^[[<1;1;1M^[[<2;1;1M^[[<4;1;1M^[[<80;1;1M^[[<32;1;1M^[[<35;1;1M^[[<66;1;1M")).isEmpty();
        assertThat(keys("^[[<0;0;1M^[[<0;1M^[[<M^[[<;;M^[[<0;99999999999;1M^[[<0;1;1;1M^[[<-1;1;1Mj")).containsExactly("j");
    }

    @Test
    void a_report_of_the_mouse_that_comes_late_is_no_keys() {
        assertThat(keys("^[[<65;1")).isEmpty();
        assertThat(names(decoder.giveUp())).isEmpty();
        assertThat(keys("0;20Mj")).containsExactly("wheel down", "j");
    }

    @Test
    void older_reports_of_the_mouse_and_those_of_focus_and_answers_are_no_keys() {
        assertThat(keys("^[[M !!^[[I^[[O^[[?1;2c^[[24;80Rj")).contains("j").doesNotContain("M", "m", "!");
    }

    @Test
    void what_is_pasted_is_text_and_has_an_end() {
        assertThat(keys("^[[200~q\rd y^[[201~q")).containsExactly("<q\rd y>", "q");
    }

    @Test
    void bytes_that_are_no_text_are_left_out() {
        assertThat(names(decoder.decode(new byte[] {(byte) 0xff, (byte) 0xc3, 'a', (byte) 0x80, 'b'}, 5))).containsExactly("a", "b");
    }

    @Test
    void each_input_keeps_its_bytes() {
        var raw = bytes("é^[[Aj");
        assertThat(decoder.decode(raw, raw.length)).extracting(one -> new String(one.bytes(), StandardCharsets.UTF_8)).containsExactly("é", "\033[A", "j");
    }
}
