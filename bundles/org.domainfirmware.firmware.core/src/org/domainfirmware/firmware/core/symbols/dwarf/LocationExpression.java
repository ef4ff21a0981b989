package org.domainfirmware.firmware.core.symbols.dwarf;

import java.util.ArrayList;
import java.util.List;
import org.domainfirmware.firmware.core.symbols.ByteCursor;
import org.domainfirmware.firmware.core.symbols.CorruptFile;
import org.domainfirmware.firmware.core.symbols.FrameContext;
import org.domainfirmware.firmware.core.symbols.ValueLocation;

/** Evaluates a location expression in a frame of 32-bit values. Source: DWARF 5, 2.5 and 2.6. */
final class LocationExpression {
    private static final int MAX_STACK = 64;
    private static final int MAX_STEPS = 10_000;
    /** DW_OP_piece. */
    private static final int PIECE = 0x93;

    private final CompileUnit unit;
    private final FrameContext frame;
    /** The function's frame base expression, or null. */
    private final byte[] frameBase;
    private final long[] stack = new long[MAX_STACK];
    private int depth;

    LocationExpression(CompileUnit unit, FrameContext frame, byte[] frameBase) {
        this.unit = unit;
        this.frame = frame;
        this.frameBase = frameBase;
    }

    /** Where the value described is, or where its pieces are. */
    ValueLocation evaluate(byte[] expression) throws CorruptFile {
        ByteCursor c = new ByteCursor(expression);
        ValueLocation location = one(c);
        if (!c.hasMore()) {
            return location;
        }
        List<ValueLocation.Piece> pieces = new ArrayList<>();
        for (; c.hasMore(); location = one(c)) {
            if (c.u8() != PIECE) {
                return new ValueLocation.Unavailable("in pieces that are no whole bytes");
            }
            pieces.add(new ValueLocation.Piece(location, (int) Math.min(c.uleb(), Integer.MAX_VALUE)));
        }
        return new ValueLocation.InPieces(List.copyOf(pieces));
    }

    /** The location up to the end or the size of a piece. */
    private ValueLocation one(ByteCursor c) throws CorruptFile {
        depth = 0;
        for (int steps = 0; c.hasMore(); steps++) {
            if (steps > MAX_STEPS) {
                throw new CorruptFile("a location expression does not end");
            }
            int op = c.u8();
            boolean first = steps == 0;
            if (first && (op >= 0x50 && op <= 0x6F || op == 0x90)) {
                return new ValueLocation.InRegister(op == 0x90 ? (int) c.uleb() : op - 0x50);
            }
            switch (op) {
                case 0x9F -> {
                    return new ValueLocation.Constant(pop());
                }
                case 0x9E -> {
                    ByteCursor value = c.slice(c.uleb());
                    return new ValueLocation.Constant(value.unsigned(value.remaining()));
                }
                case PIECE, 0x9D -> {
                    c.seek(c.position() - 1);
                    return first ? new ValueLocation.Unavailable("optimized out") : new ValueLocation.InMemory(pop() & 0xFFFFFFFFL);
                }
                case 0xA3, 0xF3 -> {
                    c.skip(c.remaining());
                    return new ValueLocation.Unavailable("the value at entry is no longer kept");
                }
                default -> step(c, op);
            }
        }
        return depth == 0 ? new ValueLocation.Unavailable("optimized out") : new ValueLocation.InMemory(pop() & 0xFFFFFFFFL);
    }

    private void step(ByteCursor c, int op) throws CorruptFile {
        if (op >= 0x30 && op <= 0x4F) {
            push(op - 0x30);
        } else if (op >= 0x70 && op <= 0x8F) {
            push(frame.register(op - 0x70) + c.sleb());
        } else if (op >= 0x08 && op <= 0x11) {
            constant(c, op);
        } else if (op >= 0x12 && op <= 0x17) {
            arrange(c, op);
        } else if (op == 0x06) {
            push(frame.readMemory(pop(), 4));
        } else if (op >= 0x19 && op <= 0x27) {
            arithmetic(c, op);
        } else if (op >= 0x29 && op <= 0x2E) {
            compare(op);
        } else {
            other(c, op);
        }
    }

    private void other(ByteCursor c, int op) throws CorruptFile {
        switch (op) {
            case 0x03 -> push(c.unsigned(unit.addressSize));
            case 0x28 -> {
                int jump = (short) c.u16();
                if (pop() != 0) {
                    c.seek(c.position() + jump);
                }
            }
            case 0x2F -> {
                int jump = (short) c.u16();
                c.seek(c.position() + jump);
            }
            case 0x91 -> push(frameBaseValue() + c.sleb());
            case 0x92 -> {
                int number = (int) c.uleb();
                push(frame.register(number) + c.sleb());
            }
            case 0x94 -> push(frame.readMemory(pop(), c.u8()));
            case 0x96 -> {
                // DW_OP_nop
            }
            case 0x9C -> push(frame.canonicalFrameAddress());
            default -> throw new CorruptFile("location operation " + Integer.toHexString(op) + "h");
        }
    }

    private long frameBaseValue() throws CorruptFile {
        if (frameBase == null || frameBase.length == 0) {
            throw new CorruptFile("no frame base");
        }
        ValueLocation base = new LocationExpression(unit, frame, null).evaluate(frameBase);
        if (base instanceof ValueLocation.InRegister r) {
            return frame.register(r.number());
        }
        if (base instanceof ValueLocation.InMemory m) {
            return m.address();
        }
        throw new CorruptFile("no frame base here");
    }

    private void constant(ByteCursor c, int op) throws CorruptFile {
        push(switch (op) {
            case 0x08 -> c.u8();
            case 0x09 -> c.s8();
            case 0x0A -> c.u16();
            case 0x0B -> (short) c.u16();
            case 0x0C -> c.u32();
            case 0x0D -> c.i32();
            case 0x0E, 0x0F -> c.i64();
            case 0x10 -> c.uleb();
            default -> c.sleb();
        });
    }

    private void arrange(ByteCursor c, int op) throws CorruptFile {
        switch (op) {
            case 0x12 -> push(peek(0));
            case 0x13 -> pop();
            case 0x14 -> push(peek(1));
            case 0x15 -> push(peek(c.u8()));
            case 0x16 -> {
                long a = pop();
                long b = pop();
                push(a);
                push(b);
            }
            default -> {
                long a = pop();
                long b = pop();
                long d = pop();
                push(a);
                push(d);
                push(b);
            }
        }
    }

    private void arithmetic(ByteCursor c, int op) throws CorruptFile {
        if (op == 0x23) {
            push(pop() + c.uleb());
            return;
        }
        long b = pop();
        if (op == 0x19 || op == 0x1F || op == 0x20) {
            push(op == 0x19 ? Math.abs(b) : op == 0x1F ? -b : ~b);
            return;
        }
        long a = pop();
        if ((op == 0x1B || op == 0x1D) && b == 0) {
            throw new CorruptFile("a location expression divides by zero");
        }
        push(switch (op) {
            case 0x1A -> a & b;
            case 0x1B -> a / b;
            case 0x1C -> a - b;
            case 0x1D -> Long.remainderUnsigned(a & 0xFFFFFFFFL, b & 0xFFFFFFFFL);
            case 0x1E -> a * b;
            case 0x21 -> a | b;
            case 0x22 -> a + b;
            case 0x24 -> (a & 0xFFFFFFFFL) << b;
            case 0x25 -> (a & 0xFFFFFFFFL) >>> b;
            case 0x26 -> (int) a >> b;
            default -> a ^ b;
        });
    }

    private void compare(int op) throws CorruptFile {
        int b = (int) pop();
        int a = (int) pop();
        boolean holds = switch (op) {
            case 0x29 -> a == b;
            case 0x2A -> a >= b;
            case 0x2B -> a > b;
            case 0x2C -> a <= b;
            case 0x2D -> a < b;
            default -> a != b;
        };
        push(holds ? 1 : 0);
    }

    private void push(long value) throws CorruptFile {
        if (depth == MAX_STACK) {
            throw new CorruptFile("a location expression needs too much stack");
        }
        stack[depth++] = value;
    }

    private long pop() throws CorruptFile {
        if (depth == 0) {
            throw new CorruptFile("a location expression pops an empty stack");
        }
        return stack[--depth];
    }

    private long peek(int index) throws CorruptFile {
        if (index >= depth) {
            throw new CorruptFile("a location expression looks below its stack");
        }
        return stack[depth - 1 - index];
    }
}
