package dev.davit.console.model;

/// What a list of lines to choose from is about.
public enum Menu {
    /// What can be done with the selected thing.
    OPERATIONS("operations", "COMMAND", "WHAT IT DOES"),
    /// Commands that were run.
    JOURNAL("commands run", "COMMAND", "WHEN", "RESULT"),
    /// What else to connect to.
    ENGINES("engines", "NAME", "ADDRESS", "WHAT IT IS"),
    /// Where a browser gets at a container.
    PORTS("published ports", "ADDRESS", "PORT OF THE CONTAINER"),
    /// What the table of containers shows.
    COLUMNS("columns", "COLUMN", "SHOWN"),
    /// Tables as they were looked at, under names.
    VIEWS("views", "NAME", "TABLE", "FILTER", "SHOWN", "ORDER");

    private final String word;
    private final String titles;

    Menu(String word, String... titles) {
        this.word = word;
        this.titles = String.join("|", titles);
    }

    /// Its name in the header.
    public String word() {
        return word;
    }

    /// The titles of its columns.
    public String[] titles() {
        return titles.split("\\|", -1);
    }
}
