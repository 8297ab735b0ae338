package dev.davit.engine.build.dockerfile;

import java.util.List;

/// What reading a Dockerfile gave.
///
/// @param dockerfile what could be understood
/// @param mistakes all that is wrong, by line; without any the Dockerfile is complete
public record Reading(Dockerfile dockerfile, List<Mistake> mistakes) {

    public Reading {
        mistakes = List.copyOf(mistakes);
    }
}
