package dev.davit.engine.system;

import java.util.List;

/// What ps(1) said.
///
/// @param titles of the columns
/// @param rows one per process, as long as the titles
public record ProcessTable(List<String> titles, List<List<String>> rows) {

    public ProcessTable {
        titles = List.copyOf(titles);
        rows = rows.stream().map(List::copyOf).toList();
    }
}
