/// Go's `text/template` over values that carry Go's types: what `--format` means to docker, to the letter of its error
/// messages. The language is that of https://pkg.go.dev/text/template, the printing that of https://pkg.go.dev/fmt.
@NullMarked
package dev.davit.format.template;

import org.jspecify.annotations.NullMarked;
