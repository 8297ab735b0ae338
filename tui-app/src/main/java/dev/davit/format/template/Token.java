package dev.davit.format.template;

import dev.davit.format.GoText;

/// A piece of a template.
///
/// @param position its place in the text
/// @param line from 1
record Token(Type type, int position, String text, int line) {

    /// From BLOCK on: keywords.
    enum Type {
        ERROR,
        BOOL,
        CHAR,
        CHAR_CONSTANT,
        ASSIGN,
        DECLARE,
        END_OF_TEXT,
        FIELD,
        IDENTIFIER,
        LEFT_DELIMITER,
        LEFT_PARENTHESIS,
        NUMBER,
        PIPE,
        RAW_STRING,
        RIGHT_DELIMITER,
        RIGHT_PARENTHESIS,
        SPACE,
        STRING,
        TEXT,
        VARIABLE,
        BLOCK,
        BREAK,
        CONTINUE,
        DOT,
        DEFINE,
        ELSE,
        END,
        IF,
        NIL,
        RANGE,
        TEMPLATE,
        WITH
    }

    boolean is(Type wanted) {
        return type == wanted;
    }

    /// As messages name it.
    @Override
    public String toString() {
        if (type == Type.END_OF_TEXT) return "EOF";
        if (type == Type.ERROR) return text;
        if (type.compareTo(Type.BLOCK) >= 0) return "<" + text + ">";
        if (text.codePointCount(0, text.length()) > 10) {
            return GoText.quote(text.substring(0, text.offsetByCodePoints(0, 10))) + "...";
        }
        return GoText.quote(text);
    }
}
