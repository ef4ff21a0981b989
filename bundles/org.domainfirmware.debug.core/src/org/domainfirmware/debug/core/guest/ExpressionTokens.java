package org.domainfirmware.debug.core.guest;

import java.util.ArrayList;
import java.util.List;

/** Splits an expression into names, numbers and operators. */
final class ExpressionTokens {
    /** Longer ones first. */
    private static final String[] OPERATORS = {"->", "<<", ">>", "<=", ">=", "==", "!=", "&&", "||", "+", "-", "*", "/", "%",
        "&", "|", "^", "~", "!", "<", ">", "(", ")", "[", "]", ".", ":", "?"};

    private static final String ESCAPES = "0nrtabfv\\'\"";
    private static final int[] ESCAPED = {0, 10, 13, 9, 7, 8, 12, 11, '\\', '\'', '"'};

    private final List<String> tokens = new ArrayList<>();
    private int at;

    ExpressionTokens(String text) throws InspectionException {
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c)) {
                i++;
            } else if (c == '\'') {
                i = character(text, i);
            } else if (Character.isLetterOrDigit(c) || c == '_' || c == '$') {
                int from = i;
                while (i < text.length() && (Character.isLetterOrDigit(text.charAt(i)) || text.charAt(i) == '_'
                        || text.charAt(i) == '$')) {
                    i++;
                }
                tokens.add(text.substring(from, i));
            } else {
                i = operator(text, i);
            }
        }
    }

    private int character(String text, int i) throws InspectionException {
        int last = text.startsWith("\\", i + 1) ? i + 3 : i + 2;
        int escape = last == i + 3 && last < text.length() ? ESCAPES.indexOf(text.charAt(i + 2)) : 0;
        if (last >= text.length() || text.charAt(last) != '\'' || escape < 0) {
            throw new InspectionException("a character is written 'A' or '\\n'");
        }
        tokens.add("" + (last == i + 3 ? ESCAPED[escape] : (int) text.charAt(i + 1)));
        return last + 1;
    }

    private int operator(String text, int i) throws InspectionException {
        for (String op : OPERATORS) {
            if (text.startsWith(op, i)) {
                tokens.add(op);
                return i + op.length();
            }
        }
        throw new InspectionException("cannot understand '" + text.substring(i) + "'");
    }

    /** The next token, "" at the end. */
    String peek() {
        return peek(0);
    }

    String peek(int ahead) {
        return at + ahead < tokens.size() ? tokens.get(at + ahead) : "";
    }

    String next() {
        String t = peek();
        at++;
        return t;
    }

    boolean take(String wanted) {
        if (peek().equals(wanted)) {
            at++;
            return true;
        }
        return false;
    }

    void expect(String wanted) throws InspectionException {
        if (!take(wanted)) {
            throw new InspectionException("'" + wanted + "' expected" + (peek().isEmpty() ? " at the end" : " before '" + peek()
                    + "'"));
        }
    }

    int position() {
        return at;
    }

    void back(int position) {
        at = position;
    }

    static boolean isName(String token) {
        return !token.isEmpty() && (Character.isLetter(token.charAt(0)) || token.charAt(0) == '_' || token.charAt(0) == '$');
    }
}
