package org.domainfirmware.firmware.core.diagnostics;

import java.util.Objects;

/**
 * One message of a tool.
 *
 * @param file   the file as the tool named it, perhaps relative to the tool's folder; empty when the message is about no file
 * @param line   from 1, 0 when unknown
 * @param column from 1, 0 when unknown
 * @param object true when {@code file} is an object file or archive, whose source has to be found by its name
 */
public record Diagnostic(Severity severity, String file, int line, int column, String message, boolean object) {
    public Diagnostic {
        Objects.requireNonNull(severity);
        Objects.requireNonNull(file);
        Objects.requireNonNull(message);
    }

    /** A message about a place in a source file. */
    public static Diagnostic at(Severity severity, String file, int line, int column, String message) {
        return new Diagnostic(severity, file, line, column, message, false);
    }

    /** A message about the build as a whole. */
    public static Diagnostic general(Severity severity, String message) {
        return new Diagnostic(severity, "", 0, 0, message, false);
    }

    public Diagnostic withFile(String other) {
        return new Diagnostic(severity, other, line, column, message, object);
    }
}
