package dev.davit.format.template;

import dev.davit.format.GoText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// From tokens to the tree, by recursive descent.
final class Parser {
    // parentheses and blocks inside each other; a stack holds it
    private static final int DEEPEST = 1_000;

    private final List<Token> tokens;
    private final Set<String> functions;
    private final Map<String, Node.Body> templates = new LinkedHashMap<>();
    private final List<String> variables = new ArrayList<>(List.of("$"));
    private int at;
    private int rangeDepth;
    private int depth;
    private int actionLine;

    private Parser(String text, Set<String> functions) {
        this.tokens = Lexer.tokens(text);
        this.functions = functions;
    }

    /// All templates of a text by name; the text itself is the one named "".
    ///
    /// @param functions the names that may be called
    static Map<String, Node.Body> parse(String text, Set<String> functions) {
        var parser = new Parser(text, functions);
        var main = parser.main();
        parser.templates.put("", main);
        return parser.templates;
    }

    private Node.Body main() {
        var statements = new ArrayList<Node.Statement>();
        while (!peek().is(Token.Type.END_OF_TEXT)) {
            if (peek().is(Token.Type.LEFT_DELIMITER)) {
                int delimiter = at;
                next();
                if (nextNonSpace().is(Token.Type.DEFINE)) {
                    definition();
                    continue;
                }
                at = delimiter;
            }
            var item = textOrAction();
            if (item instanceof End(var _, var text)) throw error("unexpected " + text);
            if (item instanceof Step(var statement)) statements.add(statement);
        }
        return new Node.Body(0, statements);
    }

    /// What stands next in a list: a statement, or what ends the list.
    private sealed interface Item {}

    private record Step(Node.Statement statement) implements Item {}

    private record End(boolean isElse, String text) implements Item {
        static final End END = new End(false, "{{end}}");
        static final End ELSE = new End(true, "{{else}}");
    }

    private record Listed(Node.Body body, End end) {}

    private void definition() {
        var context = "define clause";
        var token = nextNonSpace();
        if (!token.is(Token.Type.STRING) && !token.is(Token.Type.RAW_STRING)) throw unexpected(token, context);
        var name = unquote(token);
        expect(Token.Type.RIGHT_DELIMITER, context);
        inner(name, context);
    }

    /// The body of a template of its own: it sees neither the variables nor the loops around it.
    private void inner(String name, String context) {
        enter();
        var outer = List.copyOf(variables);
        int loops = rangeDepth;
        variables.clear();
        variables.add("$");
        rangeDepth = 0;
        var listed = list();
        if (listed.end.isElse) throw error("unexpected " + listed.end.text + " in " + context);
        variables.clear();
        variables.addAll(outer);
        rangeDepth = loops;
        depth--;
        define(name, listed.body);
    }

    private void define(String name, Node.Body body) {
        var before = templates.get(name);
        if (before != null && !isBlank(before) && !isBlank(body)) {
            throw error("multiple definition of template " + GoText.quote(name));
        }
        if (before == null || isBlank(before)) templates.put(name, body);
    }

    private static boolean isBlank(Node.Body body) {
        return body.statements().stream()
                .allMatch(statement -> statement instanceof Node.Plain(var _, var text) && text.isBlank());
    }

    private Listed list() {
        int position = peekNonSpace().position();
        var statements = new ArrayList<Node.Statement>();
        while (!peekNonSpace().is(Token.Type.END_OF_TEXT)) {
            var item = textOrAction();
            if (item instanceof End end) return new Listed(new Node.Body(position, statements), end);
            if (item instanceof Step(var statement)) statements.add(statement);
        }
        next();
        throw error("unexpected EOF");
    }

    private Item textOrAction() {
        var token = nextNonSpace();
        if (token.is(Token.Type.TEXT)) return new Step(new Node.Plain(token.position(), token.text()));
        if (!token.is(Token.Type.LEFT_DELIMITER)) throw unexpected(token, "input");
        actionLine = token.line();
        var item = action();
        actionLine = 0;
        return item;
    }

    private Item action() {
        int before = at;
        var token = nextNonSpace();
        return switch (token.type()) {
            case BLOCK -> new Step(block());
            case BREAK -> {
                loopWord("{{break}}");
                yield new Step(new Node.Break(token.position()));
            }
            case CONTINUE -> {
                loopWord("{{continue}}");
                yield new Step(new Node.Continue(token.position()));
            }
            case ELSE -> {
                var following = peekNonSpace();
                // "{{else if" reads as "{{else}}{{if", and the end is shared
                if (!following.is(Token.Type.IF) && !following.is(Token.Type.WITH)) expect(Token.Type.RIGHT_DELIMITER, "else");
                yield End.ELSE;
            }
            case END -> {
                expect(Token.Type.RIGHT_DELIMITER, "end");
                yield End.END;
            }
            case IF -> new Step(branch(Node.Branch.Word.IF));
            case RANGE -> new Step(branch(Node.Branch.Word.RANGE));
            case TEMPLATE -> new Step(call());
            case WITH -> new Step(branch(Node.Branch.Word.WITH));
            default -> {
                at = before;
                var start = peek();
                yield new Step(new Node.Action(start.position(), pipeline("command", Token.Type.RIGHT_DELIMITER)));
            }
        };
    }

    private void loopWord(String word) {
        var token = nextNonSpace();
        if (!token.is(Token.Type.RIGHT_DELIMITER)) throw unexpected(token, word);
        if (rangeDepth == 0) throw error(word + " outside {{range}}");
    }

    private Node.Call block() {
        var context = "block clause";
        int position = positionOfNext();
        var name = templateName(context);
        var pipeline = pipeline(context, Token.Type.RIGHT_DELIMITER);
        inner(name, context);
        return new Node.Call(position, name, Optional.of(pipeline));
    }

    private Node.Call call() {
        var context = "template clause";
        int position = positionOfNext();
        var name = templateName(context);
        int before = at;
        if (nextNonSpace().is(Token.Type.RIGHT_DELIMITER)) {
            return new Node.Call(position, name, Optional.empty());
        }
        at = before;
        return new Node.Call(position, name, Optional.of(pipeline(context, Token.Type.RIGHT_DELIMITER)));
    }

    private int positionOfNext() {
        int before = at;
        int position = nextNonSpace().position();
        at = before;
        return position;
    }

    private String templateName(String context) {
        var token = nextNonSpace();
        if (!token.is(Token.Type.STRING) && !token.is(Token.Type.RAW_STRING)) throw unexpected(token, context);
        return unquote(token);
    }

    private Node.Branch branch(Node.Branch.Word word) {
        enter();
        int known = variables.size();
        var pipeline = pipeline(word.text(), Token.Type.RIGHT_DELIMITER);
        boolean loop = word == Node.Branch.Word.RANGE;
        if (loop) rangeDepth++;
        var listed = list();
        if (loop) rangeDepth--;
        Optional<Node.Body> otherwise = listed.end.isElse ? Optional.of(otherwise(word)) : Optional.empty();
        variables.subList(known, variables.size()).clear();
        depth--;
        return new Node.Branch(pipeline.position(), word, pipeline, listed.body, otherwise);
    }

    private Node.Body otherwise(Node.Branch.Word word) {
        var following = peek();
        boolean chained = (word == Node.Branch.Word.IF && following.is(Token.Type.IF))
                || (word == Node.Branch.Word.WITH && following.is(Token.Type.WITH));
        if (chained) {
            next();
            return new Node.Body(following.position(), List.of(branch(word)));
        }
        var listed = list();
        if (listed.end.isElse) throw error("expected end; found " + listed.end.text);
        return listed.body;
    }

    private Node.Pipeline pipeline(String context, Token.Type end) {
        enter();
        int position = peekNonSpace().position();
        var declared = new ArrayList<Node.Variable>();
        boolean assigns = declarations(context, declared);
        var commands = new ArrayList<Node.Command>();
        while (true) {
            int before = at;
            var token = nextNonSpace();
            if (token.is(end)) {
                check(commands, context);
                depth--;
                return new Node.Pipeline(position, List.copyOf(declared), assigns, List.copyOf(commands));
            }
            if (!startsOperand(token)) throw unexpected(token, context);
            at = before;
            commands.add(command());
        }
    }

    private static boolean startsOperand(Token token) {
        return switch (token.type()) {
            case BOOL,
                    CHAR_CONSTANT,
                    DOT,
                    FIELD,
                    IDENTIFIER,
                    NUMBER,
                    NIL,
                    RAW_STRING,
                    STRING,
                    VARIABLE,
                    LEFT_PARENTHESIS -> true;
            default -> false;
        };
    }

    /// Reads `$x :=`, `$x =` or `$i, $e :=`; true for an assignment.
    private boolean declarations(String context, List<Node.Variable> declared) {
        while (true) {
            skipSpace();
            int before = at;
            var variable = peek();
            if (!variable.is(Token.Type.VARIABLE)) return false;
            next();
            var following = nextNonSpace();
            boolean comma = following.is(Token.Type.CHAR) && following.text().equals(",");
            if (!comma && !following.is(Token.Type.ASSIGN) && !following.is(Token.Type.DECLARE)) {
                at = before;
                return false;
            }
            declared.add(new Node.Variable(variable.position(), List.of(variable.text())));
            variables.add(variable.text());
            if (!comma) return following.is(Token.Type.ASSIGN);
            if (!context.equals("range") || declared.size() > 1) throw error("too many declarations in " + context);
            var more = peekNonSpace();
            if (!more.is(Token.Type.VARIABLE) && !more.is(Token.Type.RIGHT_DELIMITER) && !more.is(Token.Type.RIGHT_PARENTHESIS)) {
                throw error("range can only initialize variables");
            }
        }
    }

    private void check(List<Node.Command> commands, String context) {
        if (commands.isEmpty()) throw error("missing value for " + context);
        for (int i = 1; i < commands.size(); i++) {
            if (commands.get(i).words().getFirst() instanceof Node.Constant) {
                throw error("non executable command in pipeline stage " + (i + 1));
            }
        }
    }

    private Node.Command command() {
        int position = peekNonSpace().position();
        var words = new ArrayList<Node.Expression>();
        while (true) {
            skipSpace();
            operand().ifPresent(words::add);
            int before = at;
            var token = next();
            switch (token.type()) {
                case SPACE -> {
                    continue;
                }
                case RIGHT_DELIMITER, RIGHT_PARENTHESIS -> at = before;
                case PIPE -> {}
                default -> throw unexpected(token, "operand");
            }
            break;
        }
        if (words.isEmpty()) throw error("empty command");
        return new Node.Command(position, List.copyOf(words));
    }

    private Optional<Node.Expression> operand() {
        var term = term();
        if (term.isEmpty() || !peek().is(Token.Type.FIELD)) return term;
        int position = peek().position();
        var names = new ArrayList<String>();
        while (peek().is(Token.Type.FIELD)) names.add(next().text().substring(1));
        return Optional.of(
                switch (term.get()) {
                    case Node.Field field -> new Node.Field(position, joined(field.names(), names));
                    case Node.Variable variable -> new Node.Variable(position, joined(variable.names(), names));
                    case Node.Constant _ ->
                        throw error("unexpected . after term "
                                + GoText.quote(term.get().toString()));
                    case Node.Chain _, Node.Identifier _, Node.Pipeline _ ->
                        new Node.Chain(position, term.get(), List.copyOf(names));
                });
    }

    private static List<String> joined(List<String> first, List<String> rest) {
        var all = new ArrayList<>(first);
        all.addAll(rest);
        return List.copyOf(all);
    }

    private Optional<Node.Expression> term() {
        skipSpace();
        int before = at;
        var token = next();
        int position = token.position();
        return switch (token.type()) {
            case IDENTIFIER -> {
                if (!functions.contains(token.text())) {
                    throw error("function " + GoText.quote(token.text()) + " not defined");
                }
                yield Optional.of(new Node.Identifier(position, token.text()));
            }
            case DOT -> Optional.of(new Node.Dot(position));
            case NIL -> Optional.of(new Node.Nil(position));
            case VARIABLE -> {
                if (!variables.contains(token.text())) {
                    throw error("undefined variable " + GoText.quote(token.text()));
                }
                yield Optional.of(new Node.Variable(position, List.of(token.text())));
            }
            case FIELD -> Optional.of(new Node.Field(position, List.of(token.text().substring(1))));
            case BOOL -> Optional.of(new Node.Bool(position, token.text().equals("true")));
            case NUMBER, CHAR_CONSTANT -> {
                try {
                    yield Optional.of(NumberLiteral.parse(position, token.text()));
                } catch (IllegalArgumentException notANumber) {
                    throw error(notANumber.getMessage());
                }
            }
            case LEFT_PARENTHESIS -> Optional.of(pipeline("parenthesized pipeline", Token.Type.RIGHT_PARENTHESIS));
            case STRING, RAW_STRING -> Optional.of(new Node.Literal(position, token.text(), unquote(token)));
            default -> {
                at = before;
                yield Optional.empty();
            }
        };
    }

    private String unquote(Token token) {
        try {
            return StringLiteral.parse(token.text());
        } catch (IllegalArgumentException invalid) {
            throw error(invalid.getMessage());
        }
    }

    private void enter() {
        if (++depth > DEEPEST) throw error("template: nested deeper than " + DEEPEST + " levels");
    }

    private Token peek() {
        return tokens.get(Math.min(at, tokens.size() - 1));
    }

    private Token next() {
        var token = peek();
        at = Math.min(at + 1, tokens.size());
        return token;
    }

    private void skipSpace() {
        while (peek().is(Token.Type.SPACE)) at++;
    }

    private Token peekNonSpace() {
        skipSpace();
        return peek();
    }

    private Token nextNonSpace() {
        skipSpace();
        return next();
    }

    private void expect(Token.Type type, String context) {
        var token = nextNonSpace();
        if (!token.is(type)) throw unexpected(token, context);
    }

    private TemplateException unexpected(Token token, String context) {
        if (!token.is(Token.Type.ERROR)) return error("unexpected " + token + " in " + context);
        if (actionLine == 0 || actionLine == token.line()) return error(token.text());
        var place = " started at :" + actionLine;
        return error(token.text() + (token.text().endsWith(" action") ? place : " in action" + place));
    }

    private TemplateException error(@Nullable String message) {
        int line = tokens.get(Math.clamp(at - 1L, 0, tokens.size() - 1)).line();
        return new TemplateException("template: :" + line + ": " + message);
    }
}
