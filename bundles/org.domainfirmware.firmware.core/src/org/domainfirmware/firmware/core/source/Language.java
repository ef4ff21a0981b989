package org.domainfirmware.firmware.core.source;

import java.util.Locale;
import java.util.regex.Pattern;

/** The languages of firmware sources. */
public enum Language {
    /** C, with gcc's inline assembly. */
    C("//", "/*"),
    /** GNU as; AT&T syntax, or Intel syntax after .intel_syntax. */
    GAS("#", "/*"),
    /** nasm: Intel syntax. */
    NASM(";", ""),
    /** as86 of Bruce's C compiler: Intel syntax with # for immediates, comments from ! or ;. */
    AS86("!", "");

    private static final Pattern AS86_SIGNS = Pattern.compile("(?mi)^\\s*(use16|use32|export\\s|\\.even\\b|entry\\s|import\\s)|^\\s*!|^\\s*mov\\s+\\w+,\\s*#");
    private static final Pattern NASM_SIGNS = Pattern.compile("(?mi)^\\s*(bits\\s+(16|32)|\\[bits|section\\s+\\.|%(include|define|macro)|org\\s)");

    private final String lineComment;
    private final String blockComment;

    Language(String lineComment, String blockComment) {
        this.lineComment = lineComment;
        this.blockComment = blockComment;
    }

    /** What starts a comment up to the end of the line. */
    public String lineComment() {
        return lineComment;
    }

    public boolean hasBlockComments() {
        return !blockComment.isEmpty();
    }

    public boolean isAssembly() {
        return this != C;
    }

    /**
     * The language of a file. Assembly files share their endings, so their text decides.
     *
     * @param name the file's name
     * @param text its beginning
     */
    public static Language of(String name, String text) {
        String ending = name.substring(name.lastIndexOf('.') + 1);
        return switch (ending) {
            case "S" -> GAS;
            case "nasm" -> NASM;
            case "a86" -> AS86;
            default -> switch (ending.toLowerCase(Locale.ROOT)) {
                case "s", "as" -> AS86_SIGNS.matcher(text).find() ? AS86 : GAS;
                case "asm", "inc" -> AS86_SIGNS.matcher(text).find() && !NASM_SIGNS.matcher(text).find() ? AS86 : NASM;
                default -> C;
            };
        };
    }
}
