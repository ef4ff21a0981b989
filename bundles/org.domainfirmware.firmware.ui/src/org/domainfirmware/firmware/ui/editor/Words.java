package org.domainfirmware.firmware.ui.editor;

import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.Region;

/** Identifiers in a text. */
final class Words {
    private Words() {
    }

    static boolean isPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    /** The identifier around a place; null when there is none. */
    static IRegion at(IDocument document, int offset) {
        try {
            int start = offset;
            while (start > 0 && isPart(document.getChar(start - 1))) {
                start--;
            }
            int end = offset;
            while (end < document.getLength() && isPart(document.getChar(end))) {
                end++;
            }
            return end > start && !Character.isDigit(document.getChar(start)) ? new Region(start, end - start) : null;
        } catch (BadLocationException e) {
            // The place is outside the document, which shrank: there is no word.
            return null;
        }
    }

    /** The text of the identifier around a place; empty when there is none. */
    static String text(IDocument document, int offset) {
        IRegion region = at(document, offset);
        try {
            return region == null ? "" : document.get(region.getOffset(), region.getLength());
        } catch (BadLocationException e) {
            return "";
        }
    }
}
