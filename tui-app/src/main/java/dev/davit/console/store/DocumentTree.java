package dev.davit.console.store;

import dev.davit.engine.document.Json;
import dev.davit.engine.document.JsonArray;
import dev.davit.engine.document.JsonObject;
import dev.davit.engine.document.JsonString;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// A document as rows, of which those with parts can be opened and closed.
///
/// @param nodes all of them, each before its parts; the number of a node is its place here
public record DocumentTree(List<Node> nodes) {
    private static final int NONE = -1;

    public DocumentTree {
        nodes = List.copyOf(nodes);
    }

    /// A row.
    ///
    /// @param number its place among all
    /// @param parent the number of the one that it is a part of; -1 at the top
    /// @param depth how many it is a part of
    /// @param name what it is called there; its place from 0 in a list
    /// @param value its text; empty where it has parts
    /// @param parts how many it has
    public record Node(int number, int parent, int depth, String name, String value, int parts) {

        /// Whether it has parts.
        public boolean isOpenable() {
            return parts > 0;
        }

        /// It as one text.
        public String text() {
            return name + ": " + value;
        }
    }

    /// The tree of a document; a list of one is that one.
    public static DocumentTree of(Json document) {
        var nodes = new ArrayList<Node>();
        addParts(nodes, document instanceof JsonArray list && list.size() == 1 ? list.items().getFirst() : document, NONE, 0);
        return new DocumentTree(nodes);
    }

    private static void addParts(List<Node> nodes, Json value, int parent, int depth) {
        switch (value) {
            case JsonObject object -> object.members().forEach((name, part) -> add(nodes, name, part, parent, depth));
            case JsonArray list -> {
                for (int i = 0; i < list.size(); i++) add(nodes, Integer.toString(i), list.items().get(i), parent, depth);
            }
            default -> add(nodes, "", value, parent, depth);
        }
    }

    private static void add(List<Node> nodes, String name, Json value, int parent, int depth) {
        int parts = switch (value) {
            case JsonObject object -> object.members().size();
            case JsonArray list -> list.size();
            default -> 0;
        };
        int number = nodes.size();
        String text = parts > 0 ? "" : value instanceof JsonString string ? string.value() : value.text();
        nodes.add(new Node(number, parent, depth, name, text, parts));
        if (parts > 0) addParts(nodes, value, number, depth + 1);
    }

    /// The rows that can be seen.
    ///
    /// @param open the numbers of those whose parts are seen
    public List<Node> shown(Set<Integer> open) {
        var shown = new ArrayList<Node>();
        var seen = new HashSet<Integer>();
        for (var node : nodes) {
            if (node.parent() != NONE && !(open.contains(node.parent()) && seen.contains(node.parent()))) continue;
            seen.add(node.number());
            shown.add(node);
        }
        return shown;
    }

    /// The numbers of all that a node is a part of.
    public Set<Integer> above(int number) {
        var above = new HashSet<Integer>();
        for (int at = nodes.get(number).parent(); at != NONE; at = nodes.get(at).parent()) above.add(at);
        return above;
    }

    /// The first node behind one that has something, or the last one before it; beyond the ends it goes on at the other.
    public Optional<Node> find(Pattern sought, int from, boolean forwards) {
        for (int i = 1; i <= nodes.size(); i++) {
            var node = nodes.get(Math.floorMod(forwards ? from + i : from - i, nodes.size()));
            if (sought.matcher(node.text()).find()) return Optional.of(node);
        }
        return Optional.empty();
    }
}
