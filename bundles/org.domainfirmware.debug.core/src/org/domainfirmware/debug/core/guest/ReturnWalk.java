package org.domainfirmware.debug.core.guest;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.domainfirmware.emulator.cpu.isa.Decoder;
import org.domainfirmware.emulator.cpu.isa.Instruction;
import org.domainfirmware.emulator.cpu.isa.Mnemonic;
import org.domainfirmware.emulator.cpu.isa.OperandKind;
import org.domainfirmware.emulator.cpu.state.CpuModel;
import org.domainfirmware.emulator.cpu.state.Reg;

/**
 * Finds a frame's caller without frame information by following its code forward to the RET, RETF or IRET that leaves it, keeping
 * track of the stack, whichever way is shorter where it branches. Calls and interrupts on the way count as done, with the stack as
 * before. A return to what was pushed on the way is a jump.
 */
final class ReturnWalk {
    private static final int MOST_INSTRUCTIONS = 4000;
    private static final long UNKNOWN = WalkState.UNKNOWN;

    /** How a frame is left. */
    enum Way { NEAR, FAR, INTERRUPT }

    /**
     * Where a way out is.
     *
     * @param state before the instruction that returns
     * @param size bytes of an offset on the stack
     * @param slot linear address of the return address
     */
    record Exit(Way way, WalkState state, int size, int slot) {
        /** Offset it returns to. */
        long back() {
            return state.read(slot, size);
        }

        /** What it loads into CS, unless it is near. */
        long selector() {
            return state.read(slot + size, 2);
        }
    }

    /** Tells whether a frame can have been entered so that this is the way back. */
    @FunctionalInterface
    interface Plausible {
        boolean test(Exit exit) throws InspectionException;
    }

    private final Decoder decoder = new Decoder(CpuModel.PPRO);
    private final Deque<WalkState> open = new ArrayDeque<>();
    private final Set<Integer> seen = new HashSet<>();
    private final Plausible plausible;
    private boolean complete = true;

    private ReturnWalk(Plausible plausible) {
        this.plausible = plausible;
    }

    /**
     * What a walk found.
     *
     * @param exit empty when no way out was found
     * @param complete every way was followed to its end: where there is no way out, the code never returns
     */
    record Found(Optional<Exit> exit, boolean complete) { }

    static Found from(WalkState start, Plausible plausible) throws InspectionException {
        ReturnWalk walk = new ReturnWalk(plausible);
        Optional<Exit> exit = walk.walk(start);
        return new Found(exit, walk.complete && walk.open.isEmpty());
    }

    private Optional<Exit> walk(WalkState start) throws InspectionException {
        open.add(start);
        for (int i = 0; i < MOST_INSTRUCTIONS && !open.isEmpty(); i++) {
            WalkState s = open.poll();
            complete &= s.segment(Reg.CS) != null;
            if (s.segment(Reg.CS) == null || !seen.add(s.linear())) {
                continue;
            }
            int linear = s.linear();
            Instruction in = decoder.decode(n -> (int) Math.max(s.read(linear + n, 1), 0), s.segment(Reg.CS).big());
            if (in.opcode == null || in.fault != Instruction.NO_FAULT) {
                complete = false;
                continue;
            }
            Optional<Exit> exit = exit(s, in);
            if (exit.isPresent() && exit.get().back() != UNKNOWN && plausible.test(exit.get())) {
                return exit;
            }
            complete &= exit.isEmpty();
            if (exit.isEmpty()) {
                follow(s, in);
            }
        }
        return Optional.empty();
    }

    /** The way out, when the instruction returns to what was on the stack before the walk. */
    private Optional<Exit> exit(WalkState s, Instruction in) {
        Way way = switch (in.mnemonic()) {
            case RET -> Way.NEAR;
            case RETF -> Way.FAR;
            case IRET, IRETD -> Way.INTERRUPT;
            default -> null;
        };
        return way == null || s.stack(0) == UNKNOWN || s.isPushed((int) s.stack(0)) ? Optional.empty()
                : Optional.of(new Exit(way, s, in.op32 ? 4 : 2, (int) s.stack(0)));
    }

    private void follow(WalkState s, Instruction in) {
        int size = in.op32 ? 4 : 2;
        int next = wrap(s, s.eip + in.length);
        switch (in.mnemonic()) {
            case RET -> go(s, s.pop(size));
            case RETF, IRET, IRETD -> goFar(s, s.pop(size), s.pop(size));
            case JMP -> jump(s, in, next);
            case JO, JNO, JB, JAE, JE, JNE, JBE, JA, JS, JNS, JP, JNP, JL, JGE, JLE, JG, LOOP, LOOPE, LOOPNE, JCXZ, JECXZ -> {
                WalkState taken = s.copy();
                go(s, next);
                go(taken, wrap(taken, next + in.immediate));
            }
            case CALL -> {
                boolean toNext = in.operand(0) == OperandKind.Jz && in.immediate == 0;
                if (toNext) {
                    s.push(size, next);
                } else {
                    s.forget(Reg.EAX, Reg.ECX, Reg.EDX);
                }
                go(s, next);
            }
            default -> {
                execute(s, in);
                go(s, next);
            }
        }
    }

    private static int wrap(WalkState s, int eip) {
        return s.segment(Reg.CS).big() ? eip : eip & 0xFFFF;
    }

    private void go(WalkState s, long eip) {
        complete &= eip != UNKNOWN;
        if (eip != UNKNOWN) {
            s.eip = (int) eip;
            open.add(s);
        }
    }

    private void goFar(WalkState s, long eip, long selector) {
        s.segment(Reg.CS, selector == UNKNOWN ? UNKNOWN : selector & 0xFFFF);
        go(s, eip);
    }

    private void jump(WalkState s, Instruction in, int next) {
        switch (in.operand(0)) {
            case Jb, Jz -> go(s, wrap(s, next + in.immediate));
            case Ap -> goFar(s, in.immediate & 0xFFFFFFFFL, in.immediate2);
            case Mp -> {
                int size = in.op32 ? 4 : 2;
                long at = s.address(in);
                goFar(s, at == UNKNOWN ? UNKNOWN : s.read((int) at, size), at == UNKNOWN ? UNKNOWN : s.read((int) at + size, 2));
            }
            default -> go(s, s.get(in, in.operand(0)));
        }
    }

    /** What an instruction does to the stack, and to registers as far as it is simple. */
    private static void execute(WalkState s, Instruction in) {
        int size = in.op32 ? 4 : 2;
        OperandKind first = in.operand(0);
        OperandKind second = in.operand(1);
        switch (in.mnemonic()) {
            case PUSH -> s.push(size, first == OperandKind.Ibs ? in.immediate & WalkState.mask(size) : s.get(in, first));
            case POP -> s.set(in, first, s.pop(size));
            case PUSHA, PUSHAD -> pushAll(s, size);
            case POPA, POPAD -> popAll(s, size);
            case PUSHF, PUSHFD -> s.push(size, UNKNOWN);
            case POPF, POPFD -> s.drop(size);
            case ENTER -> enter(s, in, size);
            case LEAVE -> {
                s.sp(s.register(Reg.EBP, s.segment(Reg.SS) != null && s.segment(Reg.SS).big() ? 4 : 2));
                s.register(Reg.EBP, size, s.pop(size));
            }
            case MOV -> s.set(in, first, s.get(in, second));
            case MOVZX -> s.set(in, first, s.get(in, second));
            case LEA -> s.set(in, first, s.offset(in) == UNKNOWN ? UNKNOWN : s.offset(in) & WalkState.mask(size));
            case XCHG -> {
                long a = s.get(in, first);
                s.set(in, first, s.get(in, second));
                s.set(in, second, a);
            }
            case ADD, SUB, AND, OR, XOR -> arithmetic(s, in);
            case INC -> s.set(in, first, sum(s.get(in, first), 1, WalkState.size(in, first)));
            case DEC -> s.set(in, first, sum(s.get(in, first), -1, WalkState.size(in, first)));
            case LDS, LES, LFS, LGS, LSS -> loadPointer(s, in, size);
            case LGDT -> s.gdt = s.address(in) == UNKNOWN ? s.gdt : (int) s.read((int) s.address(in) + 2, 4);
            case CMP, TEST, NOP, CLI, STI, CLD, STD, CLC, STC, CMC, HLT, WAIT, OUT, BT, SAHF, LIDT, INT, INTO, BOUND -> { }
            default -> other(s, in);
        }
    }

    private static void pushAll(WalkState s, int size) {
        long sp = s.register(Reg.ESP, size);
        for (int n = Reg.EAX; n <= Reg.EDI; n++) {
            s.push(size, n == Reg.ESP ? sp : s.register(n, size));
        }
    }

    private static void popAll(WalkState s, int size) {
        for (int n = Reg.EDI; n >= Reg.EAX; n--) {
            long value = s.pop(size);
            if (n != Reg.ESP) {
                s.register(n, size, value);
            }
        }
    }

    private static void enter(WalkState s, Instruction in, int size) {
        s.push(size, s.register(Reg.EBP, size));
        s.register(Reg.EBP, size, s.register(Reg.ESP, size));
        s.sp(in.immediate2 != 0 || s.sp() == UNKNOWN ? UNKNOWN : s.sp() - in.immediate);
    }

    private static void arithmetic(WalkState s, Instruction in) {
        OperandKind first = in.operand(0);
        int size = WalkState.size(in, first);
        long a = s.get(in, first);
        long b = in.operand(1) == OperandKind.Ibs ? in.immediate & WalkState.mask(size) : s.get(in, in.operand(1));
        Mnemonic m = in.mnemonic();
        boolean cleared = (m == Mnemonic.XOR || m == Mnemonic.SUB) && !in.memory && ofRegisters(first) && ofRegisters(in.operand(1))
                && in.reg() == in.rm();
        if (cleared) {
            s.set(in, first, 0);
        } else if (a == UNKNOWN || b == UNKNOWN) {
            s.set(in, first, UNKNOWN);
        } else {
            long result = switch (m) {
                case ADD -> a + b;
                case SUB -> a - b;
                case AND -> a & b;
                case OR -> a | b;
                default -> a ^ b;
            };
            s.set(in, first, result & WalkState.mask(size));
        }
    }

    private static boolean ofRegisters(OperandKind kind) {
        return kind == OperandKind.Eb || kind == OperandKind.Ev || kind == OperandKind.Gb || kind == OperandKind.Gv;
    }

    private static long sum(long a, int b, int size) {
        return a == UNKNOWN ? UNKNOWN : a + b & WalkState.mask(size);
    }

    private static void loadPointer(WalkState s, Instruction in, int size) {
        long at = s.address(in);
        int segment = switch (in.mnemonic()) {
            case LDS -> Reg.DS;
            case LES -> Reg.ES;
            case LFS -> Reg.FS;
            case LGS -> Reg.GS;
            default -> Reg.SS;
        };
        s.segment(segment, at == UNKNOWN ? UNKNOWN : s.read((int) at + size, 2));
        s.set(in, in.operand(0), at == UNKNOWN ? UNKNOWN : s.read((int) at, size));
    }

    /** What is not followed leaves nothing known where it writes: its first operand, or the registers that need no mention. */
    private static void other(WalkState s, Instruction in) {
        s.forget(Reg.EAX, Reg.EDX);
        if (in.opcode.operands().isEmpty() || in.mnemonic().text().matches("(rep)?(movs|stos|lods|scas|cmps|ins|outs)[bwd]")) {
            s.forget(Reg.ECX, Reg.ESI, Reg.EDI);
        } else {
            s.set(in, in.operand(0), UNKNOWN);
        }
    }
}
