package org.domainfirmware.firmware.ui.editor;

import org.eclipse.jface.text.rules.ICharacterScanner;
import org.eclipse.jface.text.rules.IPredicateRule;
import org.eclipse.jface.text.rules.IToken;
import org.eclipse.jface.text.rules.Token;

/** A word with a sign before it, at the start of a line: #include, %macro. */
final class FirstColumnWordRule implements IPredicateRule {
    private final char sign;
    private final IToken token;

    FirstColumnWordRule(char sign, IToken token) {
        this.sign = sign;
        this.token = token;
    }

    @Override
    public IToken getSuccessToken() {
        return token;
    }

    @Override
    public IToken evaluate(ICharacterScanner scanner, boolean resume) {
        return evaluate(scanner);
    }

    @Override
    public IToken evaluate(ICharacterScanner scanner) {
        if (scanner.getColumn() != 0) {
            return Token.UNDEFINED;
        }
        if (scanner.read() != sign) {
            scanner.unread();
            return Token.UNDEFINED;
        }
        int read = 1;
        int c = scanner.read();
        while (c == ' ' || c == '\t') {
            read++;
            c = scanner.read();
        }
        int letters = 0;
        while (Character.isLetterOrDigit(c)) {
            letters++;
            c = scanner.read();
        }
        scanner.unread();
        if (letters == 0) {
            for (int i = 0; i < read; i++) {
                scanner.unread();
            }
            return Token.UNDEFINED;
        }
        return token;
    }
}
