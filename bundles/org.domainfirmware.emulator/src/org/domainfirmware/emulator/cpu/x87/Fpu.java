package org.domainfirmware.emulator.cpu.x87;

import org.domainfirmware.emulator.snapshot.CorruptSnapshot;
import org.domainfirmware.emulator.snapshot.StateReader;
import org.domainfirmware.emulator.snapshot.StateWriter;
import org.domainfirmware.emulator.snapshot.Stateful;

/**
 * The x87 floating-point unit of a 387 to Pentium Pro (SDM vol. 1, chapter 8): registers, instructions, exceptions.
 *
 * <p>Protocol for the processor, an instruction at a time:
 * <ol>
 * <li>CR0.EM/TS say #NM first; that is no business of the FPU.
 * <li>If {@link #isWaiting} and {@link #pendingException}: #MF, or IRQ 13 if CR0.NE is clear.
 * <li>If {@link #changesPointers}: {@link #recordInstruction}, with a memory operand also {@link #recordOperand}.
 * <li>{@link #execute}.
 * </ol>
 * Faults of a memory operand leave the FPU unchanged; undefined encodings ({@link #isDefined}) must not get here.
 */
public final class Fpu implements Stateful {

    private final boolean conditionalMoves;
    private final RegisterStack stack;
    private final ControlInstructions control;
    private final FastState fastState;
    private final MemoryInstructions memoryForms;
    private final RegisterInstructions registerForms;

    /**
     * A unit in the state after FNINIT; a processor's reset has to {@link #reset} it.
     *
     * @param conditionalMoves Pentium Pro: FCMOVcc, FCOMI, FUCOMI and their popping forms exist
     * @param host what FNSTSW AX, FCOMI and FCMOVcc touch
     */
    public Fpu(boolean conditionalMoves, FpuHost host) {
        this.conditionalMoves = conditionalMoves;
        Rounder out = new Rounder();
        OperandRules rules = new OperandRules(out);
        stack = new RegisterStack(out);
        control = new ControlInstructions(stack);
        fastState = new FastState(stack, control);
        FloatFormats floats = new FloatFormats(out);
        CompareInstructions compare = new CompareInstructions(stack, out, rules, host);
        ArithmeticInstructions arithmetic = new ArithmeticInstructions(stack, out, rules, floats, compare);
        TransferInstructions transfer = new TransferInstructions(stack, out, floats);
        memoryForms = new MemoryInstructions(stack, arithmetic, transfer, control);
        registerForms = new RegisterInstructions(stack, out, rules, arithmetic, compare, transfer, control, host);
    }

    /**
     * Hardware reset: all registers hold +0 and are in use, exceptions are unmasked, precision is single; software has
     * to execute FNINIT (SDM vol. 3, table 9-1).
     */
    public void reset() {
        control.initialise();
        stack.reset();
    }

    /**
     * Executes one instruction.
     *
     * @param opcode D8h to DFh
     * @param modrm the ModRM byte, 0 to 255
     * @param memory the operand; not touched if {@code modrm >= 0xC0}
     */
    public void execute(int opcode, int modrm, FpuMemory memory) {
        if (modrm < 0xC0) {
            memoryForms.execute(opcode & 7, modrm >> 3 & 7, memory);
        } else {
            registerForms.execute(opcode & 7, modrm >> 3 & 7, modrm & 7);
        }
    }

    /** True if an unmasked exception waits for the next waiting instruction (the ES bit). */
    public boolean pendingException() {
        return stack.isErrorPending();
    }

    /** Notes where the instruction begins: FIP, FCS and the 11-bit FOP (low three bits of D8-DF above ModRM). */
    public void recordInstruction(int selector, int offset, int opcode, int modrm) {
        control.instructionSelector = selector;
        control.instructionOffset = offset;
        control.opcode = (opcode & 7) << 8 | modrm;
    }

    /** Notes the address of the memory operand: FDP and FDS. */
    public void recordOperand(int selector, int offset) {
        control.dataSelector = selector;
        control.dataOffset = offset;
    }

    /** False for encodings that are #UD on this model. */
    public boolean isDefined(int opcode, int modrm) {
        return FpuEncoding.isDefined(opcode, modrm, conditionalMoves);
    }

    /** False for the FN... forms, which do not report a pending exception (SDM vol. 1, 8.3.11). */
    public static boolean isWaiting(int opcode, int modrm) {
        return FpuEncoding.isWaiting(opcode, modrm);
    }

    /** False for control instructions, which leave FIP, FDP and FOP alone (SDM vol. 1, 8.1.8). */
    public static boolean changesPointers(int opcode, int modrm) {
        return FpuEncoding.changesPointers(opcode, modrm);
    }

    @Override
    public String name() {
        return "fpu";
    }

    @Override
    public void writeState(StateWriter to) {
        stack.writeState(to);
        control.writeState(to);
    }

    @Override
    public void readState(StateReader from) throws CorruptSnapshot {
        stack.readState(from);
        control.readState(from);
    }

    /** FXSAVE. */
    public void fastSave(FpuMemory memory) {
        fastState.save(memory);
    }

    /** FXRSTOR. */
    public void fastRestore(FpuMemory memory) {
        fastState.restore(memory);
    }

    /** The status word, TOP included. */
    public int statusWord() {
        return stack.status();
    }

    /** The control word. */
    public int controlWord() {
        return stack.control();
    }

    /** The tag word in its 16-bit form. */
    public int tagWord() {
        return stack.tags();
    }

    /** Sign (bit 15) and biased exponent of ST(i), whatever its tag. */
    public int signExponent(int i) {
        return stack.signExp(i);
    }

    /** Significand of ST(i) with its integer bit. */
    public long significand(int i) {
        return stack.significand(i);
    }

    /** Sets ST(i) and tags it used; for debuggers. */
    public void write(int i, int signExponent, long significand) {
        stack.set(i, signExponent, significand);
    }

    /** Sets the control word; bits without a meaning are dropped. */
    public void writeControlWord(int word) {
        stack.setControl(word);
    }

    /** Sets the status word, TOP included; ES follows from flags and masks. */
    public void writeStatusWord(int word) {
        stack.setStatus(word);
    }

    /** Sets the tag word: only "empty" is taken from it, the rest follows from the contents. */
    public void writeTagWord(int word) {
        stack.setTags(word);
    }

    /** True if ST(i) is tagged empty. */
    public boolean isEmpty(int i) {
        return stack.isEmpty(i);
    }
}
