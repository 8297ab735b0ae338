package dev.davit.format.template;

import dev.davit.format.GoText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The values of pipelines: fields, methods, functions and their arguments.
///
/// A null value stands for "there is none from the stage before", a null type for "any, as it is".
final class Evaluation {
    private final Execution execution;
    private final Map<String, Function> functions;
    private final boolean strict;

    Evaluation(Execution execution, Map<String, Function> functions, boolean strict) {
        this.execution = execution;
        this.functions = functions;
        this.strict = strict;
    }

    Value pipeline(Value dot, Node.Pipeline pipeline) {
        execution.at(pipeline);
        @Nullable Value last = null;
        for (var command : pipeline.commands()) {
            last = command(dot, command, last).unboxed();
        }
        var value = last == null ? Value.none() : last;
        for (var variable : pipeline.variables()) {
            var name = variable.names().getFirst();
            if (pipeline.assigns()) execution.assign(name, value);
            else execution.declare(name, value);
        }
        return value;
    }

    private Value command(Value dot, Node.Command command, @Nullable Value last) {
        var words = command.words();
        var first = words.getFirst();
        if (first instanceof Node.Field field) return field(dot, field, words, last);
        if (first instanceof Node.Chain chain) return chain(dot, chain, words, last);
        if (first instanceof Node.Variable variable) return variable(dot, variable, words, last);
        if (first instanceof Node.Identifier(var _, var name)) {
            execution.at(first);
            return function(dot, command, name, words, last);
        }
        if (first instanceof Node.Pipeline inner) {
            takesNothing(words, last);
            return pipeline(dot, inner);
        }
        execution.at(first);
        takesNothing(words, last);
        return constant(dot, (Node.Constant) first);
    }

    private Value constant(Value dot, Node.Constant word) {
        return switch (word) {
            case Node.Dot _ -> dot;
            case Node.Bool(var _, var truth) -> Value.of(truth);
            case Node.Literal(var _, var _, var text) -> Value.of(text);
            case Node.Numeral number -> constant(word, number);
            case Node.Nil _ -> throw execution.error("nil is not a command");
        };
    }

    private void takesNothing(List<Node.Expression> words, @Nullable Value last) {
        if (words.size() > 1 || last != null) {
            var word = words.getFirst();
            throw execution.error("can't give argument to non-function " + word);
        }
    }

    private Value constant(Node.Expression place, Node.Numeral number) {
        execution.at(place);
        if (number.looksDecimal()) return Value.of(number.decimal());
        if (number.text().startsWith("'")) return new Value.Whole(number.whole().orElseThrow(), GoType.INT32);
        return Value.of(number.whole().orElseThrow(() -> execution.error(number.text() + " overflows int")));
    }

    private Value field(Value dot, Node.Field field, List<Node.Expression> words, @Nullable Value last) {
        execution.at(field);
        return fields(dot, dot, field, field.names(), words, last);
    }

    private Value chain(Value dot, Node.Chain chain, List<Node.Expression> words, @Nullable Value last) {
        execution.at(chain);
        if (chain.operand() instanceof Node.Nil) {
            throw execution.error("indirection through explicit nil in " + chain);
        }
        var operand = argument(dot, null, chain.operand());
        return fields(dot, operand, chain, chain.names(), words, last);
    }

    private Value variable(Value dot, Node.Variable variable, List<Node.Expression> words, @Nullable Value last) {
        execution.at(variable);
        var value = execution.variable(variable.names().getFirst());
        if (variable.names().size() == 1) {
            takesNothing(words, last);
            return value;
        }
        return fields(dot, value, variable, variable.names().subList(1, variable.names().size()), words, last);
    }

    private Value fields(
            Value dot,
            Value receiver,
            Node place,
            List<String> names,
            List<Node.Expression> words,
            @Nullable Value last) {
        var value = receiver;
        for (var name : names.subList(0, names.size() - 1)) {
            value = member(dot, name, place, List.of(), null, value);
        }
        return member(dot, names.getLast(), place, words, last, value);
    }

    /// One field, key or method of a value.
    private Value member(
            Value dot,
            String name,
            Node place,
            List<Node.Expression> words,
            @Nullable Value last,
            Value receiver) {
        if (receiver instanceof Value.None) {
            if (strict) throw execution.error("nil data; no entry for key " + GoText.quote(name));
            return Value.none();
        }
        var type = receiver.type().name();
        var target = receiver.target();
        boolean given = words.size() > 1 || last != null;
        if (target instanceof Value.None) throw execution.error("nil pointer evaluating " + type + "." + name);
        if (target instanceof Value.Receiver(var methods)) {
            var method = methods.method(name);
            if (method.isPresent()) return call(dot, method.get(), place, name, words, last);
        }
        if (target instanceof Value.Structure structure) {
            var field = structure.field(name);
            if (field.isPresent()) {
                if (given) throw execution.error(name + " has arguments but cannot be invoked as function");
                return field.get();
            }
        }
        if (target instanceof Value.Entries(var entries, var mapping, var _) && mapping.key().equals(GoType.STRING)) {
            if (given) throw execution.error(name + " is not a method but has arguments");
            var entry = entries.get(name);
            if (entry != null) return entry;
            if (strict) throw execution.error("map has no entry for key " + GoText.quote(name));
            return Value.none();
        }
        throw execution.error("can't evaluate field " + name + " in type " + type);
    }

    private Value function(
            Value dot, Node place, String name, List<Node.Expression> words, @Nullable Value last) {
        var function = functions.get(name);
        if (function == null) throw execution.error(GoText.quote(name) + " is not a defined function");
        return call(dot, function, place, name, words, last);
    }

    private Value call(
            Value dot,
            Function function,
            Node place,
            String name,
            List<Node.Expression> words,
            @Nullable Value last) {
        var arguments = words.isEmpty() ? words : words.subList(1, words.size());
        var parameters = function.parameters();
        int given = arguments.size() + (last == null ? 0 : 1);
        int fixed = function.variadic() ? parameters.size() - 1 : parameters.size();
        if (function.variadic() ? given < fixed : given != fixed) {
            throw execution.error("wrong number of args for " + name + ": want " + (function.variadic() ? "at least " : "")
                    + fixed + " got " + (function.variadic() ? arguments.size() : given));
        }
        // these two look at no more arguments than they need
        if (name.equals("and") || name.equals("or")) return shortcut(dot, name.equals("or"), arguments, last);
        var values = new ArrayList<Value>();
        for (int i = 0; i < arguments.size(); i++) {
            values.add(argument(dot, parameters.get(Math.min(i, parameters.size() - 1)), arguments.get(i)));
        }
        if (last != null) values.add(checked(last, parameters.get(Math.min(values.size(), parameters.size() - 1))));
        try {
            return function.body().call(values);
        } catch (IllegalArgumentException refused) {
            execution.at(place);
            throw execution.error("error calling " + name + ": " + refused.getMessage());
        }
    }

    private Value shortcut(Value dot, boolean wanted, List<Node.Expression> arguments, @Nullable Value last) {
        var value = Value.none();
        for (var argument : arguments) {
            value = argument(dot, GoType.ANY, argument);
            if (value.isTrue() == wanted) return value;
        }
        return last == null ? value : last.unboxed();
    }

    private Value argument(Value dot, @Nullable GoType type, Node.Expression node) {
        execution.at(node);
        return switch (node) {
            case Node.Dot _ -> checked(dot, type);
            case Node.Nil _ -> {
                if (type != null && !canBeNil(type)) throw execution.error("cannot assign nil to " + type.name());
                yield type == null || type.equals(GoType.ANY) ? Value.none() : Value.zero(type);
            }
            case Node.Field field -> checked(field(dot, field, List.of(field), null), type);
            case Node.Variable variable -> checked(variable(dot, variable, List.of(variable), null), type);
            case Node.Pipeline pipeline -> checked(pipeline(dot, pipeline), type);
            case Node.Chain chain -> checked(chain(dot, chain, List.of(chain), null), type);
            case Node.Identifier(var _, var name) -> checked(function(dot, node, name, List.of(), null), type);
            case Node.Bool(var _, var truth) -> literal(node, type, GoType.Kind.BOOL, Value.of(truth));
            case Node.Literal(var _, var _, var text) -> literal(node, type, GoType.Kind.STRING, Value.of(text));
            case Node.Numeral number -> {
                boolean wholeWanted = GoType.INT.equals(type) && number.whole().isPresent();
                yield wholeWanted
                        ? Value.of(number.whole().get())
                        : literal(node, type, GoType.Kind.FLOAT, anyNumber(node, type, number));
            }
        };
    }

    private Value anyNumber(Node.Expression node, @Nullable GoType type, Node.Numeral number) {
        return type == null || type.equals(GoType.ANY) ? constant(node, number) : Value.none();
    }

    private Value literal(Node.Expression node, @Nullable GoType type, GoType.Kind kind, Value value) {
        if (type == null || type.equals(GoType.ANY)) return value;
        if (type instanceof GoType.Basic basic) {
            if (basic.kind() == kind) return value;
            var wanted = switch (basic.kind()) {
                case BOOL -> "bool";
                case INT -> "integer";
                case UINT -> "unsigned integer";
                case FLOAT -> "float";
                case STRING -> "string";
            };
            throw execution.error("expected " + wanted + "; found " + node);
        }
        throw execution.error("can't handle " + node + " for arg of type " + type.name());
    }

    private static boolean canBeNil(GoType type) {
        return !(type instanceof GoType.Basic) && !(type instanceof GoType.Struct);
    }

    /// The value as something of that type can hold it.
    private Value checked(Value value, @Nullable GoType type) {
        if (type == null) return value;
        var inner = value.unboxed();
        if (type.equals(GoType.ANY)) return inner;
        if (inner instanceof Value.None) {
            if (value instanceof Value.Boxed) {
                throw execution.error("wrong type for value; expected " + type.name() + "; got interface {}");
            }
            if (canBeNil(type)) return Value.zero(type);
            throw execution.error("invalid value; expected " + type.name());
        }
        if (isAssignable(inner.type(), type)) return inner;
        if (inner instanceof Value.Reference(var target, var pointer) && isAssignable(pointer.target(), type)) {
            if (target == null) throw execution.error("dereference of nil pointer of type " + type.name());
            return target;
        }
        throw execution.error("wrong type for value; expected " + type.name() + "; got " + inner.type().name());
    }

    private static boolean isAssignable(GoType from, GoType to) {
        if (from.equals(to)) return true;
        // a slice with a name of its own fits one without
        return from instanceof GoType.Slice named
                && to instanceof GoType.Slice plain
                && named.element().equals(plain.element());
    }
}
