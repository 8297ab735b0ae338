package dev.davit.format.template;

import dev.davit.format.GoText;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// A part of a parsed template. Its text is as Go prints it, since messages name the place by it.
///
/// Positions are offsets into the text.
sealed interface Node {

    int position();

    /// What does something.
    sealed interface Statement extends Node {}

    /// What gives a value.
    sealed interface Expression extends Node {}

    /// An expression that is its own value; it takes no arguments.
    sealed interface Constant extends Expression {}

    record Plain(int position, String text) implements Statement {
        @Override
        public String toString() {
            return text;
        }
    }

    /// A pipeline whose value is printed, unless it is kept in a variable.
    record Action(int position, Pipeline pipeline) implements Statement {
        @Override
        public String toString() {
            return "{{" + pipeline + "}}";
        }
    }

    /// `if`, `with` or `range`.
    record Branch(int position, Word word, Pipeline pipeline, Body body, Optional<Body> otherwise)
            implements Statement {
        enum Word {
            IF,
            WITH,
            RANGE;

            String text() {
                return name().toLowerCase(Locale.ROOT);
            }
        }

        @Override
        public String toString() {
            return "{{" + word.text() + " " + pipeline + "}}" + body
                    + otherwise.map(other -> "{{else}}" + other).orElse("") + "{{end}}";
        }
    }

    record Break(int position) implements Statement {
        @Override
        public String toString() {
            return "{{break}}";
        }
    }

    record Continue(int position) implements Statement {
        @Override
        public String toString() {
            return "{{continue}}";
        }
    }

    /// A call of another template.
    record Call(int position, String name, Optional<Pipeline> pipeline) implements Statement {
        @Override
        public String toString() {
            return "{{template " + GoText.quote(name)
                    + pipeline.map(given -> " " + given).orElse("") + "}}";
        }
    }

    /// Statements in order.
    record Body(int position, List<Statement> statements) implements Node {
        @Override
        public String toString() {
            return statements.stream().map(Object::toString).collect(Collectors.joining());
        }
    }

    /// @param variables that get the value: none, one, or two in `range`
    /// @param assigns whether they exist already (`=`) or are made here (`:=`)
    record Pipeline(int position, List<Variable> variables, boolean assigns, List<Command> commands)
            implements Expression {
        @Override
        public String toString() {
            var left = variables.isEmpty()
                    ? ""
                    : variables.stream().map(Object::toString).collect(Collectors.joining(", "))
                            + (assigns ? " = " : " := ");
            return left + commands.stream().map(Object::toString).collect(Collectors.joining(" | "));
        }
    }

    /// An operand and its arguments.
    record Command(int position, List<Expression> words) implements Node {
        @Override
        public String toString() {
            return words.stream()
                    .map(word -> word instanceof Pipeline ? "(" + word + ")" : word.toString())
                    .collect(Collectors.joining(" "));
        }
    }

    record Identifier(int position, String name) implements Expression {
        @Override
        public String toString() {
            return name;
        }
    }

    /// `$x.a.b`; the first name has its dollar sign.
    record Variable(int position, List<String> names) implements Expression {
        @Override
        public String toString() {
            return String.join(".", names);
        }
    }

    /// `.a.b`.
    record Field(int position, List<String> names) implements Expression {
        @Override
        public String toString() {
            return "." + String.join(".", names);
        }
    }

    /// `(…).a.b`.
    record Chain(int position, Expression operand, List<String> names) implements Expression {
        @Override
        public String toString() {
            return (operand instanceof Pipeline ? "(" + operand + ")" : operand) + "." + String.join(".", names);
        }
    }

    record Dot(int position) implements Constant {
        @Override
        public String toString() {
            return ".";
        }
    }

    record Nil(int position) implements Constant {
        @Override
        public String toString() {
            return "nil";
        }
    }

    record Bool(int position, boolean value) implements Constant {
        @Override
        public String toString() {
            return Boolean.toString(value);
        }
    }

    /// A number or character. `whole` where it has an integer value, also when written as `1.0`.
    record Numeral(int position, String text, Optional<Long> whole, double decimal, boolean looksDecimal)
            implements Constant {
        @Override
        public String toString() {
            return text;
        }
    }

    /// @param source with its quotes
    record Literal(int position, String source, String text) implements Constant {
        @Override
        public String toString() {
            return source;
        }
    }
}
