package org.domainfirmware.firmware.core.source;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds labels, constants, macros and external names in assembly sources, line by line. Plain Java. */
public final class AssemblyDeclarations {
    private static final Pattern LABEL = Pattern.compile("\\s*([A-Za-z_.$?@][\\w.$?@]*):(?![:=])");
    private static final Pattern BARE_LABEL = Pattern.compile("([A-Za-z_][\\w.$]*)(?:\\s*$|\\s+(?:d[bwdqt]|dw|equ|res[bwdq]|times|\\.word|\\.byte|\\.blkb|\\.ascii)\\b.*)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CONSTANT = Pattern.compile(
            "\\s*(?:\\.(?:equ|set|equiv)\\s+([A-Za-z_.$][\\w.$]*)\\s*,|([A-Za-z_.$][\\w.$]*)\\s*(?:=(?!=)|\\bequ\\b)|(?:#|%)(?:define|assign|xdefine)\\s+(\\w+))",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern MACRO = Pattern.compile("\\s*(?:\\.macro|%i?macro|macro)\\s+(\\w+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern EXTERNAL = Pattern.compile("\\s*(?:\\.extern|extern|\\.import|import|extrn)\\s+([A-Za-z_.$][\\w.$]*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern FUNCTION_TYPE = Pattern.compile("(?m)^\\s*\\.type\\s+([\\w.$]+)\\s*,\\s*[@%]function");
    private static final Pattern INTERRUPT = Pattern.compile("(?i)(?:.*_)?(?:int_?[0-9a-f]{2}|irq_?\\d+|isr\\w*)(?:_.*)?|entry_[0-9a-f]{2}");

    private final Language language;
    private final List<String> functions = new ArrayList<>();

    private AssemblyDeclarations(Language language, String text) {
        this.language = language;
        Matcher m = FUNCTION_TYPE.matcher(text);
        while (m.find()) {
            functions.add(m.group(1));
        }
    }

    /** The declarations of a source text, in its order. Local labels (.L1, 1:, .loop of nasm) are left out. */
    public static List<Declaration> of(Language language, String text) {
        return new AssemblyDeclarations(language, text).read(text);
    }

    private List<Declaration> read(String text) {
        List<Declaration> found = new ArrayList<>();
        int offset = 0;
        int number = 1;
        boolean comment = false;
        while (offset <= text.length()) {
            int end = text.indexOf('\n', offset);
            end = end < 0 ? text.length() : end;
            String line = text.substring(offset, end);
            if (language.hasBlockComments()) {
                boolean after = inComment(line, comment);
                if (!comment) {
                    line(line, offset, number, found);
                }
                comment = after;
            } else {
                line(line, offset, number, found);
            }
            offset = end + 1;
            number++;
        }
        return extend(found, number - 1);
    }

    private static boolean inComment(String line, boolean before) {
        int open = line.lastIndexOf("/*");
        int close = line.lastIndexOf("*/");
        return open < 0 && close < 0 ? before : open > close;
    }

    private void line(String line, int offset, int number, List<Declaration> found) {
        Matcher m = MACRO.matcher(line);
        if (m.lookingAt()) {
            found.add(at(m, 1, Declaration.Kind.MACRO, offset, number, true));
            return;
        }
        m = EXTERNAL.matcher(line);
        if (m.lookingAt()) {
            found.add(at(m, 1, Declaration.Kind.LABEL, offset, number, false));
            return;
        }
        m = CONSTANT.matcher(line);
        if (m.lookingAt()) {
            int group = m.group(1) != null ? 1 : m.group(2) != null ? 2 : 3;
            found.add(at(m, group, Declaration.Kind.CONSTANT, offset, number, true));
            return;
        }
        m = LABEL.matcher(line);
        boolean label = m.lookingAt();
        if (!label && language != Language.GAS) {
            m = BARE_LABEL.matcher(line);
            label = m.matches() && !Instructions.isMnemonic(m.group(1)) && !Instructions.isDirective(m.group(1));
        }
        if (label && !m.group(1).startsWith(".")) {
            found.add(at(m, 1, kind(m.group(1)), offset, number, true));
        }
    }

    private Declaration.Kind kind(String name) {
        return INTERRUPT.matcher(name).matches() ? Declaration.Kind.INTERRUPT_HANDLER
                : functions.contains(name) ? Declaration.Kind.FUNCTION : Declaration.Kind.LABEL;
    }

    private static Declaration at(Matcher m, int group, Declaration.Kind kind, int offset, int line, boolean defines) {
        return new Declaration(m.group(group), kind, offset + m.start(group), line, line, defines);
    }

    /** A label reaches to the line before the next one. */
    private static List<Declaration> extend(List<Declaration> found, int lastLine) {
        List<Declaration> result = new ArrayList<>();
        int end = lastLine;
        for (int i = found.size() - 1; i >= 0; i--) {
            Declaration d = found.get(i);
            boolean spans = d.defines() && d.kind() != Declaration.Kind.CONSTANT;
            result.add(spans ? new Declaration(d.name(), d.kind(), d.offset(), d.line(), Math.max(end, d.line()), true) : d);
            end = spans ? d.line() - 1 : end;
        }
        Collections.reverse(result);
        return result;
    }
}
