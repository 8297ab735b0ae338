package dev.davit.format.template;

/// A template that cannot be read, or not be carried out on its data. The message is Go's: `template: :1:2: executing "" at
/// <.Foo>: map has no entry for key "Foo"`.
public final class TemplateException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public TemplateException(String message) {
        super(message);
    }
}
