package dev.davit;

/// Where the program starts.
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        if (arguments.length == 1 && arguments[0].equals("--version")) {
            System.out.println("Davit version 0.1.0-SNAPSHOT");
            return;
        }
        System.err.println("davit: nothing but --version is there yet");
        System.exit(125);
    }
}
