package org.domainfirmware.firmware.core.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.UnsupportedCharsetException;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;

/** The text of a file, to turn line and column into character offsets. */
final class TextLines {
    /** Beyond this size a marker has its line only. */
    private static final int MAX_BYTES = 4 << 20;

    private final String text;

    TextLines(String text) {
        this.text = text;
    }

    /** Characters of a text, the end exclusive. */
    record Span(int start, int end) {
    }

    static TextLines of(IFile file) {
        try (InputStream in = file.getContents(true)) {
            return new TextLines(new String(in.readNBytes(MAX_BYTES), Charset.forName(file.getCharset())));
        } catch (IOException | CoreException | UnsupportedCharsetException e) {
            // Without its text a marker still has its line.
            return new TextLines("");
        }
    }

    /**
     * The word at a place, or the line without its indentation when the column is 0.
     *
     * @return null when the text has no such line
     */
    Span at(int line, int column) {
        int start = 0;
        for (int n = 1; n < line; n++) {
            start = text.indexOf('\n', start) + 1;
            if (start == 0) {
                return null;
            }
        }
        int end = text.indexOf('\n', start);
        end = end < 0 ? text.length() : end;
        if (end > start && text.charAt(end - 1) == '\r') {
            end--;
        }
        if (column > 0 && start + column - 1 < end) {
            return new Span(start + column - 1, wordEnd(start + column - 1, end));
        }
        while (start < end && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        return new Span(start, end);
    }

    private int wordEnd(int start, int end) {
        int at = start;
        while (at < end && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
            at++;
        }
        return Math.max(at, start + 1);
    }
}
