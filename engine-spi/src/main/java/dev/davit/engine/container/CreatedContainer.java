package dev.davit.engine.container;

import java.util.List;

/// What [Containers#create] answers.
///
/// @param id the new container
/// @param warnings what the engine could not do as asked, one sentence each
public record CreatedContainer(ContainerId id, List<String> warnings) {

    public CreatedContainer {
        warnings = List.copyOf(warnings);
    }
}
