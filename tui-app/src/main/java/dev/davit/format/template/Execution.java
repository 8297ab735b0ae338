package dev.davit.format.template;

import dev.davit.format.GoText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One run of a template: its statements in order. [Evaluation] gives the values.
final class Execution {
    // templates that call each other; a stack holds it
    private static final int DEEPEST = 1_000;

    private final String text;
    private final Map<String, Node.Body> templates;
    private final Map<String, Function> functions;
    private final boolean strict;
    private final StringBuilder out = new StringBuilder();
    private List<Variable> variables = new ArrayList<>();
    private String name = "";
    private int depth;
    private @Nullable Node place;

    private record Variable(String name, Value value) {}

    /// How a list of statements ended.
    private enum Ending {
        NORMAL,
        BREAK,
        CONTINUE
    }

    Execution(String text, Map<String, Node.Body> templates, Map<String, Function> functions, boolean strict) {
        this.text = text;
        this.templates = templates;
        this.functions = functions;
        this.strict = strict;
    }

    String run(Value data) {
        variables.add(new Variable("$", data));
        var main = templates.get("");
        if (main != null) walk(data, main);
        return out.toString();
    }

    private Ending walk(Value dot, Node.Body body) {
        for (var statement : body.statements()) {
            var ending = walk(dot, statement);
            if (ending != Ending.NORMAL) return ending;
        }
        return Ending.NORMAL;
    }

    private Ending walk(Value dot, Node.Statement statement) {
        at(statement);
        if (statement instanceof Node.Plain(var _, var plain)) {
            out.append(plain);
        } else if (statement instanceof Node.Action(var _, var pipeline)) {
            // not popped: a variable lives until the end of its block
            var value = pipeline(dot, pipeline);
            if (pipeline.variables().isEmpty()) print(statement, value);
        } else if (statement instanceof Node.Branch branch) {
            return branch.word() == Node.Branch.Word.RANGE ? loop(dot, branch) : choice(dot, branch);
        } else if (statement instanceof Node.Call call) {
            call(dot, call);
        } else {
            return statement instanceof Node.Break ? Ending.BREAK : Ending.CONTINUE;
        }
        return Ending.NORMAL;
    }

    private void print(Node statement, Value value) {
        at(statement);
        if (value instanceof Value.Reference) {
            // A pointer shows what it points to; a nil one says so, unlike a key that is missing.
            var shown = value.target();
            out.append(shown instanceof Value.None ? "<nil>" : Verb.PLAIN.text(shown, 0));
        } else {
            out.append(value instanceof Value.None ? "<no value>" : Verb.PLAIN.text(value, 0));
        }
    }

    private Ending choice(Value dot, Node.Branch branch) {
        int known = variables.size();
        var value = pipeline(dot, branch.pipeline());
        var ending = Ending.NORMAL;
        if (value.isTrue()) {
            ending = walk(branch.word() == Node.Branch.Word.WITH ? value : dot, branch.body());
        } else if (branch.otherwise().isPresent()) {
            ending = walk(dot, branch.otherwise().get());
        }
        pop(known);
        return ending;
    }

    private Ending loop(Value dot, Node.Branch range) {
        int known = variables.size();
        var value = pipeline(dot, range.pipeline()).target();
        int mark = variables.size();
        boolean any = false;
        for (var pair : pairs(range, value)) {
            any = true;
            bind(range.pipeline(), pair);
            var ending = walk(pair.element, range.body());
            pop(mark);
            if (ending == Ending.BREAK) break;
        }
        var ending = any || range.otherwise().isEmpty() ? Ending.NORMAL : walk(dot, range.otherwise().get());
        pop(known);
        return ending;
    }

    private record Pair(Value index, Value element) {}

    private Iterable<Pair> pairs(Node.Branch range, Value value) {
        var pairs = new ArrayList<Pair>();
        switch (value) {
            case Value.None _ -> {}
            case Value.Items(var items, var _, var _) -> {
                for (int i = 0; i < items.size(); i++) pairs.add(new Pair(Value.of(i), items.get(i)));
            }
            case Value.Entries(var entries, var type, var _) ->
                entries.forEach((key, entry) -> pairs.add(new Pair(new Value.Text(key, type.key()), entry)));
            case Value.Whole(var count, var type) -> {
                if (range.pipeline().variables().size() > 1) {
                    throw error("can't use " + count + " to iterate over more than one variable");
                }
                return () -> java.util.stream.LongStream.range(0, count)
                        .mapToObj(i -> new Pair(new Value.Whole(i, type), new Value.Whole(i, type)))
                        .iterator();
            }
            case Value.Truth _,
                    Value.Decimal _,
                    Value.Text _,
                    Value.Structure _,
                    Value.Reference _,
                    Value.Boxed _,
                    Value.Receiver _ -> throw error("range can't iterate over " + Verb.PLAIN.text(value, 0));
        }
        return pairs;
    }

    private void bind(Node.Pipeline pipeline, Pair pair) {
        var declared = pipeline.variables();
        if (declared.isEmpty()) return;
        var last = declared.getLast().names().getFirst();
        if (pipeline.assigns()) {
            if (declared.size() > 1) assign(declared.getFirst().names().getFirst(), pair.index);
            assign(last, pair.element);
            return;
        }
        int top = variables.size() - 1;
        variables.set(top, new Variable(last, pair.element));
        if (declared.size() > 1) {
            variables.set(top - 1, new Variable(declared.getFirst().names().getFirst(), pair.index));
        }
    }

    private void call(Value dot, Node.Call call) {
        var body = templates.get(call.name());
        if (body == null) throw error("template " + GoText.quote(call.name()) + " not defined");
        if (++depth > DEEPEST) throw error("exceeded maximum template depth (" + DEEPEST + ")");
        var value = call.pipeline().isPresent() ? pipeline(dot, call.pipeline().get()) : Value.none();
        var outerVariables = variables;
        var outerName = name;
        variables = new ArrayList<>(List.of(new Variable("$", value)));
        name = call.name();
        walk(value, body);
        variables = outerVariables;
        name = outerName;
        depth--;
    }

    private Value pipeline(Value dot, Node.Pipeline pipeline) {
        return new Evaluation(this, functions, strict).pipeline(dot, pipeline);
    }

    void declare(String variable, Value value) {
        variables.add(new Variable(variable, value));
    }

    void assign(String variable, Value value) {
        for (int i = variables.size() - 1; i >= 0; i--) {
            if (variables.get(i).name.equals(variable)) {
                variables.set(i, new Variable(variable, value));
                return;
            }
        }
        throw error("undefined variable: " + variable);
    }

    Value variable(String variable) {
        for (int i = variables.size() - 1; i >= 0; i--) {
            if (variables.get(i).name.equals(variable)) return variables.get(i).value;
        }
        throw error("undefined variable: " + variable);
    }

    private void pop(int known) {
        variables.subList(known, variables.size()).clear();
    }

    /// Where the next error is.
    void at(Node node) {
        place = node;
    }

    TemplateException error(String message) {
        var node = Optional.ofNullable(place);
        if (node.isEmpty()) return new TemplateException("template: " + name + ": " + message);
        int position = node.get().position();
        int lineStart = text.lastIndexOf('\n', position - 1) + 1;
        long line = 1 + text.substring(0, position).chars().filter(c -> c == '\n').count();
        // columns are bytes
        int column = text.substring(lineStart, position).getBytes(StandardCharsets.UTF_8).length;
        return new TemplateException("template: :" + line + ":" + column + ": executing " + GoText.quote(name) + " at <"
                + node.get() + ">: " + message);
    }
}
