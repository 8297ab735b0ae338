package dev.davit.console.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.engine.document.Json;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class DocumentTreeTest {
    private final DocumentTree tree = DocumentTree.of(Json.parse("""
            [{"Id": "abc", "State": {"Status": "running", "Pid": 12, "Nothing": null}, "Empty": {}, "Args": ["-c", {"deep": true}]}]"""));

    private List<String> shown(Set<Integer> open) {
        return tree.shown(open).stream().map(node -> " ".repeat(node.depth()) + node.text()).toList();
    }

    @Test
    void a_list_of_one_is_that_one_and_parts_are_seen_where_all_above_is_open() {
        assertThat(shown(Set.of())).containsExactly("Id: abc", "State: ", "Empty: {}", "Args: ");
        assertThat(shown(Set.of(1, 6))).containsExactly(
                "Id: abc", "State: ", " Status: running", " Pid: 12", " Nothing: null", "Empty: {}", "Args: ", " 0: -c", " 1: ");
        assertThat(shown(Set.of(8))).as("what is in a closed one stays hidden").hasSize(4);
        assertThat(shown(Set.of(6, 8))).endsWith("  deep: true");
        assertThat(tree.above(9)).containsExactlyInAnyOrder(8, 6);
    }

    @Test
    void it_is_searched_forwards_and_backwards_and_round_its_ends() {
        var e = Pattern.compile("Status|deep");
        assertThat(tree.find(e, 0, true)).map(DocumentTree.Node::number).contains(2);
        assertThat(tree.find(e, 2, true)).map(DocumentTree.Node::number).contains(9);
        assertThat(tree.find(e, 9, true)).map(DocumentTree.Node::number).contains(2);
        assertThat(tree.find(e, 2, false)).map(DocumentTree.Node::number).contains(9);
        assertThat(tree.find(Pattern.compile("none of this"), 0, true)).isEmpty();
    }

    @Test
    void any_document_has_a_tree() {
        assertThat(DocumentTree.of(Json.parse("[]")).nodes()).isEmpty();
        assertThat(DocumentTree.of(Json.parse("{}")).nodes()).isEmpty();
        assertThat(DocumentTree.of(Json.parse("7")).shown(Set.of())).extracting(DocumentTree.Node::value).containsExactly("7");
    }
}
