package org.domainfirmware.emulator.debug;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A condition or watch expression over registers and memory. Operators, loosest first:
 * {@code ||  &&  |  ^  &  == !=  < <= > >=  << >>  + -  * / %}, unary {@code - ! ~}, parentheses;
 * numbers decimal, 0x or with h; registers by name; {@code [ds:si+2]} a word, with {@code byte},
 * {@code word} or {@code dword} before it for another size, and {@code [F000:FFF0]}, where plain numbers are hexadecimal;
 * {@code [address]} is linear. Values are
 * 64-bit; comparisons give 1 or 0.
 */
final class Condition {
    /** A parsed expression. */
    private interface Node {
        long value(GuestValues g);
    }

    private static final String[][] LEVELS = {{"||"}, {"&&"}, {"|"}, {"^"}, {"&"}, {"==", "!="},
        {"<=", ">=", "<", ">"}, {"<<", ">>"}, {"+", "-"}, {"*", "/", "%"}};
    private static final int MAX_DEPTH = 50;
    /** Two plain numbers, hexadecimal as everywhere an address is written. */
    private static final Pattern PLAIN_ADDRESS = Pattern.compile("\\s*([0-9a-f]{1,4})\\s*:\\s*([0-9a-f]{1,8})\\s*\\]");

    private final String text;
    private int at;
    private int depth;
    private Node root;

    private Condition(String text) {
        this.text = text.toLowerCase(Locale.ROOT);
    }

    /** @throws DebugException saying what cannot be understood */
    static Condition parse(String text) {
        Condition c = new Condition(text);
        c.root = c.level(0);
        c.space();
        if (c.at < c.text.length()) {
            throw new DebugException("condition '" + text + "': cannot understand '" + c.text.substring(c.at) + "'");
        }
        return c;
    }

    long evaluate(GuestValues values) {
        return root.value(values);
    }

    private DebugException wrong(String what) {
        return new DebugException("condition '" + text + "': " + what + " at '" + text.substring(Math.min(at,
                text.length())) + "'");
    }

    private void space() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private Node level(int n) {
        if (n == LEVELS.length) {
            return unary();
        }
        Node left = level(n + 1);
        for (String op = operator(n); op != null; op = operator(n)) {
            left = binary(op, left, level(n + 1));
        }
        return left;
    }

    private String operator(int n) {
        space();
        for (String op : LEVELS[n]) {
            if (text.startsWith(op, at) && !isLonger(op)) {
                at += op.length();
                return op;
            }
        }
        return null;
    }

    /** True when the text has a longer operator of another level here: || for |, << for <. */
    private boolean isLonger(String op) {
        char next = at + op.length() < text.length() ? text.charAt(at + op.length()) : ' ';
        return switch (op) {
            case "|" -> next == '|';
            case "&" -> next == '&';
            case "<" -> next == '<' || next == '=';
            case ">" -> next == '>' || next == '=';
            default -> false;
        };
    }

    private static Node binary(String op, Node a, Node b) {
        return switch (op) {
            case "||" -> g -> a.value(g) != 0 || b.value(g) != 0 ? 1 : 0;
            case "&&" -> g -> a.value(g) != 0 && b.value(g) != 0 ? 1 : 0;
            case "|" -> g -> a.value(g) | b.value(g);
            case "^" -> g -> a.value(g) ^ b.value(g);
            case "&" -> g -> a.value(g) & b.value(g);
            case "==" -> g -> a.value(g) == b.value(g) ? 1 : 0;
            case "!=" -> g -> a.value(g) != b.value(g) ? 1 : 0;
            case "<=" -> g -> a.value(g) <= b.value(g) ? 1 : 0;
            case ">=" -> g -> a.value(g) >= b.value(g) ? 1 : 0;
            case "<" -> g -> a.value(g) < b.value(g) ? 1 : 0;
            case ">" -> g -> a.value(g) > b.value(g) ? 1 : 0;
            case "<<" -> g -> a.value(g) << b.value(g);
            case ">>" -> g -> a.value(g) >> b.value(g);
            case "+" -> g -> a.value(g) + b.value(g);
            case "-" -> g -> a.value(g) - b.value(g);
            case "*" -> g -> a.value(g) * b.value(g);
            case "/" -> g -> a.value(g) / nonZero(b.value(g));
            default -> g -> a.value(g) % nonZero(b.value(g));
        };
    }

    private static long nonZero(long divisor) {
        if (divisor == 0) {
            throw new DebugException("a condition divides by zero");
        }
        return divisor;
    }

    private Node unary() {
        space();
        if (++depth > MAX_DEPTH) {
            throw wrong("too deep");
        }
        try {
            if (take('-')) {
                Node n = unary();
                return g -> -n.value(g);
            }
            if (take('!')) {
                Node n = unary();
                return g -> n.value(g) == 0 ? 1 : 0;
            }
            if (take('~')) {
                Node n = unary();
                return g -> ~n.value(g);
            }
            if (take('(')) {
                Node n = level(0);
                expect(')');
                return n;
            }
            if (take('[')) {
                return memory(2);
            }
            return word();
        } finally {
            depth--;
        }
    }

    private boolean take(char c) {
        space();
        if (at < text.length() && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(char c) {
        if (!take(c)) {
            throw wrong("'" + c + "' expected");
        }
    }

    private Node memory(int size) {
        Matcher plain = PLAIN_ADDRESS.matcher(text).region(at, text.length());
        if (plain.lookingAt()) {
            at = plain.end();
            int selector = Integer.parseUnsignedInt(plain.group(1), 16);
            int offset = Integer.parseUnsignedInt(plain.group(2), 16);
            return g -> g.memory(selector, offset & 0xFFFFFFFFL, size);
        }
        Node first = level(0);
        if (take(':')) {
            Node offset = level(0);
            expect(']');
            return g -> g.memory(first.value(g), offset.value(g), size);
        }
        expect(']');
        return g -> g.linear(first.value(g), size);
    }

    private Node word() {
        int from = at;
        while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '.')) {
            at++;
        }
        String word = text.substring(from, at);
        int size = switch (word) {
            case "byte" -> 1;
            case "word" -> 2;
            case "dword" -> 4;
            default -> 0;
        };
        if (size > 0) {
            expect('[');
            return memory(size);
        }
        if (word.isEmpty()) {
            throw wrong("a value expected");
        }
        if (!Character.isDigit(word.charAt(0))) {
            return g -> g.register(word);
        }
        long value = number(word);
        return g -> value;
    }

    private long number(String word) {
        try {
            if (word.startsWith("0x")) {
                return Long.parseLong(word.substring(2), 16);
            }
            return word.endsWith("h") ? Long.parseLong(word.substring(0, word.length() - 1), 16)
                    : Long.parseLong(word);
        } catch (NumberFormatException e) {
            throw new DebugException("condition '" + text + "': '" + word + "' is not a number");
        }
    }
}
