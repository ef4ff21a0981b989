package org.domainfirmware.debug.core.guest;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.domainfirmware.emulator.debug.RegistersView;
import org.domainfirmware.firmware.core.symbols.FunctionInfo;
import org.domainfirmware.firmware.core.symbols.TypeInfo;

/**
 * Evaluates expressions in a frame: those of C without assignment and calls, in whole numbers of 64 bits; registers by name ("ax", or
 * "$ax" where a variable hides it); memory as {@code [es:di+2]}, {@code dword [4CCh]}, {@code byte [F000:FFF0]} (a word when no size
 * is given); addresses as {@code 40:6C}, {@code linear:46C}, {@code physical:46C}, which casts make pointers of any kind. Plain numbers
 * with a colon between or after one of these words are hexadecimal. Other numbers are decimal, 0x..., or hexadecimal with h.
 */
public final class Expressions {
    private static final int DEEPEST = 100;
    private static final String HEX = "[0-9A-Fa-f]{1,8}";
    private static final int PAGING = 1 << 31;
    private static final String[][] LEVELS = {{"||"}, {"&&"}, {"|"}, {"^"}, {"&"}, {"==", "!="}, {"<", ">", "<=", ">="},
        {"<<", ">>"}, {"+", "-"}, {"*", "/", "%"}};

    private final Inspector inspector;
    private final GuestSymbols symbols;
    private final RegisterValues registers;
    private final TypeNames types;
    private final boolean paging;
    private ExpressionTokens tokens;
    private int depth;
    /** Between ? and its colon, where a colon ends the value. */
    private int choices;

    public Expressions(Inspector inspector, GuestSymbols symbols, RegistersView view) {
        this.inspector = inspector;
        this.symbols = symbols;
        registers = new RegisterValues(view, inspector.frame().registers());
        paging = (view.control().get(0) & PAGING) != 0;
        types = new TypeNames(symbols.files());
    }

    /**
     * Evaluates.
     *
     * @throws InspectionException when it cannot be understood or its memory not read; the message says what is wrong
     */
    public synchronized Datum evaluate(String text) throws InspectionException {
        tokens = new ExpressionTokens(text);
        depth = 0;
        choices = 0;
        Datum result = conditional();
        if (!tokens.peek().isEmpty()) {
            throw new InspectionException("cannot understand '" + tokens.peek() + "'");
        }
        return result.named(text);
    }

    /** The value of an expression as a number. */
    public long number(String text) throws InspectionException {
        return inspector.value(evaluate(text));
    }

    /** The linear address an expression means to someone who wants to see memory: where a pointer points, where a part is, or a number. */
    public int linear(String text) throws InspectionException {
        Datum d = evaluate(text);
        if (d.type().resolved() instanceof TypeInfo.Pointer p) {
            return inspector.pointee(p, inspector.bits(d)).linear();
        }
        return d.isAggregate() && d.place() instanceof Place.InMemory m ? m.linear() : (int) inspector.value(d);
    }

    private Datum conditional() throws InspectionException {
        Datum condition = level(0);
        if (!tokens.take("?")) {
            return condition;
        }
        choices++;
        Datum yes = conditional();
        choices--;
        tokens.expect(":");
        Datum no = conditional();
        return inspector.value(condition) != 0 ? yes : no;
    }

    private Datum level(int n) throws InspectionException {
        if (n == LEVELS.length) {
            return unary();
        }
        Datum left = level(n + 1);
        while (List.of(LEVELS[n]).contains(tokens.peek())) {
            String op = tokens.next();
            left = binary(op, left, level(n + 1));
        }
        return left;
    }

    private Datum binary(String op, Datum a, Datum b) throws InspectionException {
        TypeInfo pointed = pointedBy(a);
        if (pointed != null && op.equals("-") && pointedBy(b) != null) {
            return Datum.number((offset(a) - offset(b)) / Math.max(1, pointed.size()));
        }
        if (op.equals("+") && pointed == null && pointedBy(b) != null) {
            return binary(op, b, a);
        }
        if (pointed != null && (op.equals("+") || op.equals("-")) && pointedBy(b) == null) {
            long step = inspector.value(b) * Math.max(1, pointed.size());
            boolean array = a.type().resolved() instanceof TypeInfo.Array;
            long from = offset(a);
            TypeInfo type = array ? inspector.pointerTo(pointed, memory(a)) : a.type();
            return Datum.of("", type, new Place.Computed(op.equals("+") ? from + step : from - step));
        }
        return Datum.number(Arithmetic.binary(op, inspector.value(a), inspector.value(b)));
    }

    private static TypeInfo pointedBy(Datum d) {
        TypeInfo t = d.type().resolved();
        return t instanceof TypeInfo.Pointer p ? p.target() : t instanceof TypeInfo.Array a ? a.element() : null;
    }

    /** What a pointer holds, or an array counts as. */
    private long offset(Datum d) throws InspectionException {
        return d.type().resolved() instanceof TypeInfo.Array ? memory(d).offset() : inspector.bits(d);
    }

    private static Place.InMemory memory(Datum d) throws InspectionException {
        if (d.place() instanceof Place.InMemory m) {
            return m;
        }
        throw new InspectionException("'" + d.name() + "' has no address");
    }

    private Datum unary() throws InspectionException {
        if (++depth > DEEPEST) {
            throw new InspectionException("the expression is too deep");
        }
        try {
            return switch (tokens.peek()) {
                case "-" -> negate();
                case "+" -> plus();
                case "!" -> not();
                case "~" -> invert();
                case "*" -> dereference();
                case "&" -> address();
                case "(" -> parenthesis();
                case "sizeof" -> size();
                default -> postfix(primary());
            };
        } finally {
            depth--;
        }
    }

    private Datum negate() throws InspectionException {
        tokens.next();
        return Datum.number(-inspector.value(unary()));
    }

    private Datum plus() throws InspectionException {
        tokens.next();
        return Datum.number(inspector.value(unary()));
    }

    private Datum not() throws InspectionException {
        tokens.next();
        return Datum.number(inspector.value(unary()) == 0 ? 1 : 0);
    }

    private Datum invert() throws InspectionException {
        tokens.next();
        return Datum.number(~inspector.value(unary()));
    }

    private Datum dereference() throws InspectionException {
        tokens.next();
        return inspector.dereference(unary());
    }

    private Datum address() throws InspectionException {
        tokens.next();
        Datum d = unary();
        if (isFunction(d)) {
            return d;
        }
        if (d.bitSize() > 0) {
            throw new InspectionException("'" + d.name() + "' is a bit field and has no address");
        }
        return Datum.of("", inspector.pointerTo(d.type(), memory(d)), new Place.Computed(memory(d).offset()));
    }

    private static boolean isFunction(Datum d) {
        return d.place() instanceof Place.Computed && d.type() instanceof TypeInfo.Pointer p && p.target() instanceof TypeInfo.Function;
    }

    private Datum size() throws InspectionException {
        tokens.next();
        int start = tokens.position();
        Optional<TypeInfo> type = tokens.take("(") ? type() : Optional.empty();
        boolean ofType = type.isPresent() && tokens.take(")");
        if (!ofType) {
            tokens.back(start);
        }
        TypeInfo measured = ofType ? type.get() : unary().type();
        if (measured.size() == 0) {
            throw new InspectionException("the size of '" + measured.name() + "' is not known");
        }
        return Datum.number(measured.size());
    }

    private Datum parenthesis() throws InspectionException {
        int start = tokens.position();
        tokens.next();
        Optional<TypeInfo> type = type();
        if (type.isPresent() && tokens.take(")")) {
            return cast(type.get(), unary());
        }
        tokens.back(start + 1);
        Datum inner = conditional();
        tokens.expect(")");
        return postfix(inner);
    }

    /** A type name with stars, or empty when there is none here. */
    private Optional<TypeInfo> type() {
        StringBuilder name = new StringBuilder();
        while (ExpressionTokens.isName(tokens.peek())) {
            String word = tokens.next();
            if (!word.equals("const") && !word.equals("volatile")) {
                name.append(name.length() == 0 ? "" : " ").append(word);
            }
        }
        Optional<TypeInfo> type = name.length() == 0 ? Optional.empty() : types.find(name.toString());
        while (type.isPresent() && tokens.take("*")) {
            type = Optional.of(new TypeInfo.Pointer(type.get(), 4));
        }
        return type;
    }

    private Datum cast(TypeInfo type, Datum d) throws InspectionException {
        if (type.size() == 0 && !(type instanceof TypeInfo.Pointer)) {
            throw new InspectionException("cannot cast to '" + type.name() + "'");
        }
        if (d.type().resolved() instanceof TypeInfo.Array) {
            TypeInfo.Pointer first = inspector.pointerTo(d.type(), memory(d));
            return Datum.of("", inSegmentOf(type, first), new Place.Computed(memory(d).offset()));
        }
        return Datum.of("", inSegmentOf(type, d.type()), new Place.Computed(inspector.value(d)));
    }

    /** A cast changes what a pointer points to, not the segment it counts from, unless it says another. */
    private static TypeInfo inSegmentOf(TypeInfo type, TypeInfo old) {
        return type instanceof TypeInfo.Pointer to && old.resolved() instanceof TypeInfo.Pointer from
                && to.addressClass() == TypeInfo.Pointer.PLAIN ? new TypeInfo.Pointer(to.target(), to.size(), from.addressClass()) : type;
    }

    private Datum postfix(Datum first) throws InspectionException {
        Datum d = first;
        while (true) {
            if (tokens.take("[")) {
                Datum index = conditional();
                tokens.expect("]");
                d = element(d, index);
            } else if (tokens.take("->")) {
                d = member(inspector.dereference(d));
            } else if (tokens.take(".")) {
                d = member(d);
            } else {
                return d;
            }
        }
    }

    /** An element; only those of an array in memory have neighbours beyond its ends. */
    private Datum element(Datum d, Datum index) throws InspectionException {
        if (!(d.type().resolved() instanceof TypeInfo.Array a) || d.place() instanceof Place.InMemory) {
            return inspector.dereference(binary("+", d, index)).named(d.name());
        }
        long number = inspector.value(index);
        if (number < 0 || number >= a.count()) {
            throw new InspectionException("'" + d.name() + "' has elements 0 to " + (a.count() - 1) + " here");
        }
        return Inspector.element(d, a, (int) number);
    }

    private Datum member(Datum whole) throws InspectionException {
        String name = tokens.next();
        return inspector.member(whole, name)
                .orElseThrow(() -> new InspectionException("'" + whole.type().name() + "' has no member '" + name + "'"));
    }

    private Datum primary() throws InspectionException {
        String token = tokens.next();
        if (token.equals("[")) {
            return memory("word");
        }
        if (token.isEmpty() || !Character.isLetterOrDigit(token.charAt(0)) && !ExpressionTokens.isName(token)) {
            throw new InspectionException(token.isEmpty() ? "a value is missing at the end" : "a value expected before '"
                    + token + "'");
        }
        if (tokens.peek().equals(":") && tokens.peek(1).matches(HEX)) {
            Optional<Datum> address = address(token);
            if (address.isPresent()) {
                return address.get();
            }
        }
        if (List.of("byte", "word", "dword", "qword").contains(token) && tokens.take("[")) {
            return memory(token);
        }
        if (Character.isDigit(token.charAt(0))) {
            return Datum.number(NumberText.parse(token));
        }
        return named(token);
    }

    /** An address by a number on each side of a colon or the name of a space before it; the first of them is taken already. */
    private Optional<Datum> address(String first) throws InspectionException {
        boolean space = first.equals("linear") || first.equals("physical");
        if (!space && (choices > 0 || !first.matches("[0-9A-Fa-f]{1,4}"))) {
            return Optional.empty();
        }
        if (first.equals("physical") && paging) {
            throw new InspectionException("physical memory cannot be named in an expression while paging is on; use the Memory view");
        }
        tokens.next();
        int number = Integer.parseUnsignedInt(tokens.next(), 16);
        int linear = space ? number : registers.segment(Integer.parseInt(first, 16)).base() + number;
        TypeInfo bytes = types.find("unsigned char").orElseThrow();
        return Optional.of(Datum.of("", new TypeInfo.Pointer(bytes, 4, Inspector.LINEAR), new Place.Computed(linear & 0xFFFFFFFFL)));
    }

    /** [address] or [segment:offset], the bracket already taken. */
    private Datum memory(String size) throws InspectionException {
        if (tokens.peek().matches(HEX) && tokens.peek(1).equals(":") && tokens.peek(2).matches(HEX)
                && tokens.peek(3).equals("]")) {
            int selector = Integer.parseUnsignedInt(tokens.next(), 16);
            tokens.next();
            int offset = Integer.parseUnsignedInt(tokens.next(), 16);
            tokens.next();
            return Datum.of("", types.find(size).orElseThrow(),
                    new Place.InMemory(registers.segment(selector & 0xFFFF), offset));
        }
        long first = inspector.value(conditional());
        Place place;
        if (tokens.take(":")) {
            place = new Place.InMemory(registers.segment((int) first & 0xFFFF), (int) inspector.value(conditional()));
        } else {
            place = new Place.InMemory(new FrameRegisters.SegmentPart(0, 0, true), (int) first);
        }
        tokens.expect("]");
        return Datum.of("", types.find(size).orElseThrow(), place);
    }

    private Datum named(String name) throws InspectionException {
        if (name.startsWith("$")) {
            return register(name.substring(1)).orElseThrow(() -> new InspectionException("there is no register '" + name
                    + "'"));
        }
        for (Datum d : inspector.variables()) {
            if (d.name().equals(name)) {
                return d;
            }
        }
        Optional<Datum> global = symbols.global(name).map(inspector::variable);
        if (global.isPresent()) {
            return global.get();
        }
        Optional<Datum> register = register(name);
        if (register.isPresent()) {
            return register.get();
        }
        for (var f : symbols.files()) {
            Optional<FunctionInfo> function = f.function(name);
            if (function.isPresent()) {
                int offset = (int) function.get().entry() - inspector.frame().registers().cs().base();
                return Datum.of(name, new TypeInfo.Pointer(new TypeInfo.Function(name), 4), new Place.Computed(offset));
            }
        }
        Optional<Datum> constant = types.constant(name);
        if (constant.isPresent()) {
            return constant.get();
        }
        throw new InspectionException("there is no variable or register '" + name + "' here");
    }

    /** A register, also the hidden part of a segment: cs.base. */
    private Optional<Datum> register(String name) throws InspectionException {
        if (tokens.peek().equals(".")) {
            OptionalLong hidden = registers.find(name + "." + tokens.peek(1));
            if (hidden.isPresent()) {
                tokens.next();
                tokens.next();
                return Optional.of(Datum.number(hidden.getAsLong()));
            }
        }
        OptionalLong value = registers.find(name);
        return value.isEmpty() ? Optional.empty() : Optional.of(Datum.number(value.getAsLong()));
    }
}
