package org.domainfirmware.firmware.ui.editor;

import java.util.Set;

import org.domainfirmware.firmware.core.source.Instructions;
import org.domainfirmware.firmware.core.source.Language;
import org.eclipse.jface.text.rules.IToken;
import org.eclipse.jface.text.rules.Token;

/** Colours code outside comments and strings: keywords, instructions, registers, directives, labels, numbers. */
final class CodeScanner extends RangeScanner {
    private static final Set<String> C_WORDS = Set.of("auto", "break", "case", "char", "const", "continue", "default", "do", "double", "else",
            "enum", "extern", "float", "for", "goto", "if", "inline", "int", "long", "register", "return", "short", "signed", "sizeof", "static",
            "struct", "switch", "typedef", "union", "unsigned", "void", "volatile", "while", "asm", "__asm__", "__asm", "__attribute__",
            "__volatile__", "__seg_fs", "__seg_gs", "_Static_assert", "_Bool", "__inline__", "typeof", "__builtin_unreachable", "u8", "u16", "u32",
            "u64", "s8", "s16", "s32", "s64", "int8_t", "int16_t", "int32_t", "int64_t", "uint8_t", "uint16_t", "uint32_t", "uint64_t", "bool");

    private final Language language;
    private final Token keyword = Colors.token(Colors.KEYWORD);
    private final Token instruction = Colors.token(Colors.INSTRUCTION);
    private final Token register = Colors.token(Colors.REGISTER);
    private final Token directive = Colors.token(Colors.DIRECTIVE);
    private final Token label = Colors.token(Colors.LABEL);
    private final Token number = Colors.token(Colors.NUMBER);
    private final Token plain = new Token(null);

    CodeScanner(Language language) {
        this.language = language;
    }

    @Override
    protected IToken next() {
        char c = text.charAt(at);
        if (wordStart(c)) {
            at = wordEnd(at + 1);
            return word(text.substring(start, at));
        }
        if (Character.isDigit(c)) {
            at = wordEnd(at + 1);
            return number;
        }
        at++;
        while (at < text.length() && !wordStart(text.charAt(at)) && !Character.isDigit(text.charAt(at))) {
            at++;
        }
        return plain;
    }

    private boolean wordStart(char c) {
        return Character.isLetter(c) || c == '_' || language.isAssembly() && (c == '.' || c == '%' || c == '$') && language != Language.AS86
                || language == Language.AS86 && c == '.';
    }

    private int wordEnd(int from) {
        int end = from;
        while (end < text.length() && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_'
                || language.isAssembly() && text.charAt(end) == '.')) {
            end++;
        }
        return end;
    }

    private IToken word(String word) {
        if (language == Language.C) {
            return C_WORDS.contains(word) ? keyword : plain;
        }
        if (at < text.length() && text.charAt(at) == ':') {
            return label;
        }
        String bare = word.startsWith("%") ? word.substring(1) : word;
        if (Instructions.isRegister(bare)) {
            return register;
        }
        if (word.startsWith("$")) {
            return word.length() > 1 && Character.isDigit(word.charAt(1)) ? number : plain;
        }
        if (word.startsWith(".") && language == Language.GAS || Instructions.isDirective(word)) {
            return directive;
        }
        boolean mnemonic = language == Language.GAS ? Instructions.isAttMnemonic(word) : Instructions.isMnemonic(word);
        return mnemonic ? instruction : plain;
    }
}
