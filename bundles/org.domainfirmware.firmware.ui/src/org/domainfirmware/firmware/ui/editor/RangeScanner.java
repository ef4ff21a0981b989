package org.domainfirmware.firmware.ui.editor;

import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.rules.IToken;
import org.eclipse.jface.text.rules.ITokenScanner;
import org.eclipse.jface.text.rules.Token;

/** Goes through the text of a range, token by token. */
abstract class RangeScanner implements ITokenScanner {
    /** The text of the range. */
    protected String text = "";
    /** Where in the text the present token begins. */
    protected int start;
    /** Where in the text it ends, and the next one begins. */
    protected int at;
    private int base;

    @Override
    public final void setRange(IDocument document, int offset, int length) {
        base = offset;
        start = 0;
        at = 0;
        try {
            text = document.get(offset, length);
            begin(document, offset);
        } catch (BadLocationException e) {
            // The document shrank meanwhile; it will be coloured again.
            text = "";
        }
    }

    /** Looks at what is around the range; nothing by default. */
    protected void begin(IDocument document, int offset) throws BadLocationException {
        // Most tokens are the same everywhere.
    }

    /** The token at {@link #at}, which is moved behind it; there is at least one character. */
    protected abstract IToken next();

    @Override
    public final IToken nextToken() {
        start = at;
        return at >= text.length() ? Token.EOF : next();
    }

    @Override
    public final int getTokenOffset() {
        return base + start;
    }

    @Override
    public final int getTokenLength() {
        return at - start;
    }
}
