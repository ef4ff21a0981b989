package org.domainfirmware.firmware.ui.editor;

import java.util.Set;

import org.domainfirmware.firmware.core.source.Instructions;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITypedRegion;
import org.eclipse.jface.text.TextUtilities;
import org.eclipse.jface.text.rules.IToken;
import org.eclipse.jface.text.rules.Token;

/**
 * Colours the strings of C. In the template of an inline assembly statement, that is up to its first colon, instructions and registers
 * have their own colours (GCC manual, "Extended Asm"): registers are written %%ax there, operands %0.
 */
final class InlineAssemblyScanner extends RangeScanner {
    private static final Set<String> ASM = Set.of("asm", "__asm__", "__asm");
    private static final Set<String> QUALIFIERS = Set.of("volatile", "__volatile__", "__volatile", "goto", "inline", "__inline__");
    /** The longest statement that is looked at, characters. */
    private static final int REACH = 8192;

    private final Token string = Colors.token(Colors.STRING);
    private final Token instruction = Colors.token(Colors.INSTRUCTION);
    private final Token register = Colors.token(Colors.REGISTER);
    private final Token directive = Colors.token(Colors.DIRECTIVE);
    private boolean template;

    @Override
    protected void begin(IDocument document, int offset) throws BadLocationException {
        template = isTemplate(document, TextUtilities.getPartition(document, SourcePartitions.PARTITIONING, offset, false).getOffset());
    }

    /** True when the string at a place is an argument of asm before any colon. */
    private static boolean isTemplate(IDocument document, int string) throws BadLocationException {
        int depth = 0;
        for (int i = string - 1; i >= 0 && string - i < REACH; i--) {
            char c = document.getChar(i);
            if (c == '"' || c == '/' || c == '\'') {
                i = skipNoCode(document, i);
            } else if (c == ')') {
                depth++;
            } else if (c == '(' && depth-- == 0) {
                return isAsm(document, i);
            } else if (c == ';' || c == '{' || c == '}' || c == ':' && depth == 0) {
                return false;
            }
        }
        return false;
    }

    /** The first character of the string or comment that a character belongs to, or the character itself. */
    private static int skipNoCode(IDocument document, int offset) throws BadLocationException {
        ITypedRegion partition = TextUtilities.getPartition(document, SourcePartitions.PARTITIONING, offset, false);
        return partition.getType().equals(IDocument.DEFAULT_CONTENT_TYPE) ? offset : partition.getOffset();
    }

    private static boolean isAsm(IDocument document, int parenthesis) throws BadLocationException {
        int end = parenthesis;
        while (true) {
            while (end > 0 && Character.isWhitespace(document.getChar(end - 1))) {
                end--;
            }
            int begin = end;
            while (begin > 0 && Words.isPart(document.getChar(begin - 1))) {
                begin--;
            }
            String word = document.get(begin, end - begin);
            if (!QUALIFIERS.contains(word)) {
                return ASM.contains(word);
            }
            end = begin;
        }
    }

    @Override
    protected IToken next() {
        if (!template) {
            at = text.length();
            return string;
        }
        char c = text.charAt(at);
        if (c == '\\') {
            at = Math.min(at + 2, text.length());
            return string;
        }
        if (c == '%' || c == '.' || Character.isLetter(c)) {
            return word(c);
        }
        at++;
        return string;
    }

    private IToken word(char first) {
        boolean percents = first == '%' && at + 1 < text.length() && text.charAt(at + 1) == '%';
        int from = at + (percents ? 2 : first == '%' || first == '.' ? 1 : 0);
        at = from;
        while (at < text.length() && Words.isPart(text.charAt(at))) {
            at++;
        }
        String name = text.substring(from, at);
        if (percents) {
            return Instructions.isRegister(name) ? register : string;
        }
        if (first == '.') {
            return name.isEmpty() ? string : directive;
        }
        return first != '%' && Instructions.isAttMnemonic(name) ? instruction : string;
    }
}
