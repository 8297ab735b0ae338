/// Go's `text/template` over values that carry Go's types: what `--format` means to docker, to the letter of its error
/// messages. The language is that of https://pkg.go.dev/text/template, the printing that of https://pkg.go.dev/fmt.
///
/// What every line of a list goes through asks `instanceof`, and does not switch over types: no AOT cache of JDK 25 keeps a switch's
/// call site, and each costs the start of `davit ps` 2 to 6 ms.
@NullMarked
package dev.davit.format.template;

import org.jspecify.annotations.NullMarked;
