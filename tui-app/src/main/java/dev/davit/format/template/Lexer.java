package dev.davit.format.template;


import dev.davit.format.GoText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Cuts a template into tokens. A mistake becomes an ERROR token, the last one.
final class Lexer {
    private static final int END = -1;
    private static final Map<String, Token.Type> KEYWORDS = Map.ofEntries(
            Map.entry("block", Token.Type.BLOCK),
            Map.entry("break", Token.Type.BREAK),
            Map.entry("continue", Token.Type.CONTINUE),
            Map.entry("define", Token.Type.DEFINE),
            Map.entry("else", Token.Type.ELSE),
            Map.entry("end", Token.Type.END),
            Map.entry("if", Token.Type.IF),
            Map.entry("nil", Token.Type.NIL),
            Map.entry("range", Token.Type.RANGE),
            Map.entry("template", Token.Type.TEMPLATE),
            Map.entry("with", Token.Type.WITH),
            Map.entry("true", Token.Type.BOOL),
            Map.entry("false", Token.Type.BOOL));

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int start;
    private int at;
    private int line = 1;
    private int parentheses;
    private boolean failed;

    private Lexer(String text) {
        this.text = text;
    }

    static List<Token> tokens(String text) {
        var lexer = new Lexer(text);
        lexer.run();
        return List.copyOf(lexer.tokens);
    }

    private void run() {
        while (!failed && at < text.length()) {
            int delimiter = text.indexOf("{{", at);
            int end = delimiter < 0 ? text.length() : delimiter;
            int kept = end;
            if (delimiter >= 0 && hasLeftTrim(delimiter + 2)) {
                while (kept > at && isSpace(text.charAt(kept - 1))) kept--;
            }
            if (kept > at) {
                at = kept;
                emit(Token.Type.TEXT);
            }
            skipTo(end);
            if (delimiter >= 0) leftDelimiter();
        }
        if (!failed) emit(Token.Type.END_OF_TEXT);
    }

    private void leftDelimiter() {
        at += 2;
        int marker = hasLeftTrim(at) ? 2 : 0;
        if (text.startsWith("/*", at + marker)) {
            comment(at + marker);
            return;
        }
        emit(Token.Type.LEFT_DELIMITER);
        skipTo(at + marker);
        parentheses = 0;
        boolean inside = true;
        while (inside && !failed) inside = insideAction();
    }

    private void comment(int from) {
        int close = text.indexOf("*/", from + 2);
        if (close < 0) {
            fail("unclosed comment");
            return;
        }
        at = close + 2;
        if (!atRightDelimiter()) {
            fail("comment ends before closing delimiter");
            return;
        }
        rightDelimiter(false);
    }

    private boolean hasLeftTrim(int position) {
        return position + 1 < text.length() && text.charAt(position) == '-' && isSpace(text.charAt(position + 1));
    }

    private boolean hasRightTrim(int position) {
        return position < text.length() && isSpace(text.charAt(position)) && text.startsWith("-}}", position + 1);
    }

    private boolean atRightDelimiter() {
        return text.startsWith("}}", at) || hasRightTrim(at);
    }

    private void rightDelimiter(boolean emit) {
        boolean trim = hasRightTrim(at);
        if (trim) skipTo(at + 2);
        at += 2;
        if (emit) emit(Token.Type.RIGHT_DELIMITER);
        int end = at;
        if (trim) {
            while (end < text.length() && isSpace(text.charAt(end))) end++;
        }
        skipTo(end);
    }

    /// One token; false after the right delimiter.
    private boolean insideAction() {
        if (atRightDelimiter()) {
            if (parentheses > 0) {
                fail("unclosed left paren");
                return false;
            }
            rightDelimiter(true);
            return false;
        }
        int c = next();
        switch (c) {
            case END -> fail("unclosed action");
            case ' ', '\t', '\r', '\n' -> space();
            case '=' -> emit(Token.Type.ASSIGN);
            case ':' -> {
                if (next() == '=') emit(Token.Type.DECLARE);
                else fail("expected :=");
            }
            case '|' -> emit(Token.Type.PIPE);
            case '"' -> quoted('"', "unterminated quoted string", Token.Type.STRING);
            case '\'' -> quoted('\'', "unterminated character constant", Token.Type.CHAR_CONSTANT);
            case '`' -> rawQuoted();
            case '$' -> fieldOrVariable(Token.Type.VARIABLE);
            case '.' -> {
                if (at < text.length() && isDigit(text.charAt(at))) {
                    at--;
                    number();
                } else {
                    fieldOrVariable(Token.Type.FIELD);
                }
            }
            case '(' -> {
                emit(Token.Type.LEFT_PARENTHESIS);
                parentheses++;
            }
            case ')' -> {
                if (--parentheses < 0) fail("unexpected right paren");
                else emit(Token.Type.RIGHT_PARENTHESIS);
            }
            default -> {
                if (c == '+' || c == '-' || isDigit(c)) {
                    at--;
                    number();
                } else if (isAlphaNumeric(c)) {
                    identifier();
                } else if (c < 0x7f && c >= 0x20) {
                    emit(Token.Type.CHAR);
                } else {
                    fail("unrecognized character in action: " + unicode(c));
                }
            }
        }
        return true;
    }

    private void space() {
        while (at < text.length() && isSpace(text.charAt(at))) at++;
        // the last space may belong to a trim marker
        if (hasRightTrim(at - 1)) at--;
        if (at > start) emit(Token.Type.SPACE);
    }

    private void identifier() {
        while (isAlphaNumeric(peek())) next();
        if (!atTerminator()) {
            fail("bad character " + unicode(peek()));
            return;
        }
        emit(KEYWORDS.getOrDefault(text.substring(start, at), Token.Type.IDENTIFIER));
    }

    private void fieldOrVariable(Token.Type type) {
        if (atTerminator()) {
            emit(type == Token.Type.VARIABLE ? type : Token.Type.DOT);
            return;
        }
        while (isAlphaNumeric(peek())) next();
        if (atTerminator()) emit(type);
        else fail("bad character " + unicode(peek()));
    }

    private boolean atTerminator() {
        int c = peek();
        return c == END || isSpace(c) || ".,|:)(".indexOf(c) >= 0 || text.startsWith("}}", at);
    }

    private void quoted(char quote, String error, Token.Type type) {
        while (true) {
            int c = next();
            if (c == '\\') c = next() == END ? END : 0;
            if (c == END || c == '\n' || (c == 0 && text.charAt(at - 1) == '\n')) {
                fail(error);
                return;
            }
            if (c == quote) {
                emit(type);
                return;
            }
        }
    }

    private void rawQuoted() {
        int close = text.indexOf('`', at);
        if (close < 0) {
            fail("unterminated raw quoted string");
            return;
        }
        at = close + 1;
        emit(Token.Type.RAW_STRING);
    }

    private void number() {
        accept("+-");
        var digits = "0123456789_";
        if (accept("0")) {
            if (accept("xX")) digits = "0123456789abcdefABCDEF_";
            else if (accept("oO")) digits = "01234567_";
            else if (accept("bB")) digits = "01_";
        }
        acceptRun(digits);
        if (accept(".")) acceptRun(digits);
        if (digits.length() == 11 && accept("eE")) {
            accept("+-");
            acceptRun("0123456789_");
        }
        if (digits.length() == 23 && accept("pP")) {
            accept("+-");
            acceptRun("0123456789_");
        }
        accept("i");
        if (isAlphaNumeric(peek())) {
            next();
            fail("bad number syntax: " + GoText.quote(text.substring(start, at)));
            return;
        }
        emit(Token.Type.NUMBER);
    }

    private boolean accept(String valid) {
        int c = peek();
        if (c == END || valid.indexOf(c) < 0) return false;
        at++;
        return true;
    }

    private void acceptRun(String valid) {
        boolean more = true;
        while (more) more = accept(valid);
    }

    private int next() {
        int c = peek();
        if (c != END) at += Character.charCount(c);
        return c;
    }

    private int peek() {
        return at < text.length() ? text.codePointAt(at) : END;
    }

    private void emit(Token.Type type) {
        tokens.add(new Token(type, start, text.substring(start, at), line));
        skipTo(at);
    }

    private void skipTo(int position) {
        for (int i = start; i < position; i++) {
            if (text.charAt(i) == '\n') line++;
        }
        start = position;
        at = position;
    }

    private void fail(String message) {
        tokens.add(new Token(Token.Type.ERROR, start, message, line));
        failed = true;
    }

    private static boolean isSpace(int c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n';
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isAlphaNumeric(int c) {
        return c == '_' || (c != END && (Character.isLetter(c) || Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER));
    }

    private static String unicode(int c) {
        if (c == END) return "U+FFFFFFFFFFFFFFFF";
        return String.format("U+%04X", c) + (GoText.isPrintable(c) ? " '" + Character.toString(c) + "'" : "");
    }
}
