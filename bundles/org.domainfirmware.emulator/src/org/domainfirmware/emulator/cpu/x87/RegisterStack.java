package org.domainfirmware.emulator.cpu.x87;

import org.domainfirmware.emulator.snapshot.CorruptSnapshot;
import org.domainfirmware.emulator.snapshot.StateReader;
import org.domainfirmware.emulator.snapshot.StateWriter;

/** Data registers, TOP, tags, control and status word (SDM vol. 1, 8.1.2 to 8.1.7). */
final class RegisterStack {

    /** Error summary and its copy, the busy bit. */
    static final int ERROR_SUMMARY = 0x8080;
    /** Control word after FNINIT. */
    static final int INITIAL_CONTROL = 0x37F;
    private static final int CONDITIONS = 0x4700;
    private static final int CONTROL_BITS = 0x1F3F;
    private static final int CONTROL_ALWAYS_ONE = 0x40;
    private static final int TAG_VALID = 0;
    private static final int TAG_ZERO = 1;
    private static final int TAG_SPECIAL = 2;
    private static final int TAG_EMPTY = 3;

    private final int[] signExps = new int[8];
    private final long[] significands = new long[8];
    /** Bit n set: physical register n is in use. */
    private int used;
    private int top;
    /** The status word without TOP. */
    private int status;
    private int control;
    private final Rounder out;

    RegisterStack(Rounder out) {
        this.out = out;
        initialise();
    }

    /** FNINIT: the contents of the data registers stay, all tagged empty. */
    void initialise() {
        used = 0;
        top = 0;
        status = 0;
        setControl(INITIAL_CONTROL);
    }

    /** RESET (SDM vol. 3, table 9-1): control word 0040h, tag word 5555h. */
    void reset() {
        initialise();
        for (int i = 0; i < 8; i++) {
            set(i, 0, 0);
        }
        setControl(0);
    }

    boolean isEmpty(int i) {
        return (used >>> (top + i & 7) & 1) == 0;
    }

    int signExp(int i) {
        return signExps[top + i & 7];
    }

    long significand(int i) {
        return significands[top + i & 7];
    }

    /** Writes ST(i) and tags it used. */
    void set(int i, int signExp, long significand) {
        int physical = top + i & 7;
        signExps[physical] = signExp;
        significands[physical] = significand;
        used |= 1 << physical;
    }

    /** Writes ST(i) from the arithmetic's result register. */
    void setResult(int i) {
        set(i, out.signExp, out.significand);
    }

    void setIndefinite(int i) {
        set(i, Extended.INDEFINITE, Extended.INDEFINITE_SIGNIFICAND);
    }

    void exchange(int i) {
        int a = top;
        int b = top + i & 7;
        int signExp = signExps[a];
        signExps[a] = signExps[b];
        signExps[b] = signExp;
        long significand = significands[a];
        significands[a] = significands[b];
        significands[b] = significand;
    }

    void free(int i) {
        used &= ~(1 << (top + i & 7));
    }

    void pop() {
        used &= ~(1 << top);
        top = top + 1 & 7;
    }

    /** Makes room for a push: decrements TOP. */
    void decrementTop() {
        top = top - 1 & 7;
    }

    void incrementTop() {
        top = top + 1 & 7;
    }

    /**
     * Enters exceptions, C1 included, into the status word; C1 is cleared if it is not among them.
     *
     * @return true if no unmasked exception forbids the result: invalid operation, denormal operand and zero divide
     *         are found before the operation and leave the registers unchanged (SDM vol. 1, 8.4 and 8.5)
     */
    boolean raise(int flags) {
        int unmasked = flags & ~control & 0x3F;
        if (unmasked == 0) {
            status = status & ~Rounder.C1 | flags;
            return true;
        }
        boolean proceeds = (unmasked & (Rounder.IE | Rounder.DE | Rounder.ZE)) == 0;
        int raised = proceeds ? flags : flags & (Rounder.IE | Rounder.DE | Rounder.ZE | Rounder.SF | stackC1(flags));
        status = status & ~Rounder.C1 | raised | ERROR_SUMMARY;
        return proceeds;
    }

    /** Enters the exceptions collected in the arithmetic's result register. */
    boolean raise() {
        return raise(out.flags);
    }

    /** C1 tells overflow from underflow after a stack fault; else it belongs to a result that is not delivered. */
    private static int stackC1(int flags) {
        return (flags & Rounder.SF) != 0 ? Rounder.C1 : 0;
    }

    /** True if unmasked pre-operation exceptions would keep {@code flags}' instruction from storing. */
    boolean suppressesResult(int flags) {
        return (flags & ~control & (Rounder.IE | Rounder.DE | Rounder.ZE)) != 0;
    }

    /** C3, C2 and C0 take the given values, C1 is cleared. */
    void setConditions(int conditions) {
        status = status & ~CONDITIONS | conditions;
    }

    /** Replaces the bits of {@code mask} in the condition code. */
    void setConditions(int mask, int conditions) {
        status = status & ~mask | conditions;
    }

    void clearC1() {
        status &= ~Rounder.C1;
    }

    int status() {
        return status | top << 11;
    }

    boolean isErrorPending() {
        return (status & ERROR_SUMMARY) != 0;
    }

    /** FLDENV, FRSTOR; the control word must be loaded before, as ES follows from flags and masks. */
    void setStatus(int word) {
        top = word >> 11 & 7;
        status = word & 0x477F;
        summarise();
    }

    /** FNCLEX (SDM vol. 2A): flags, stack fault, ES and B. */
    void clearExceptions() {
        status &= CONDITIONS;
    }

    int control() {
        return control;
    }

    void setControl(int word) {
        control = word & CONTROL_BITS | CONTROL_ALWAYS_ONE;
        out.setControl(control);
        summarise();
    }

    private void summarise() {
        if ((status & ~control & 0x3F) != 0) {
            status |= ERROR_SUMMARY;
        } else {
            status &= ~ERROR_SUMMARY;
        }
    }

    /** The tag word: two bits a physical register. */
    int tags() {
        int word = 0;
        for (int physical = 7; physical >= 0; physical--) {
            word = word << 2 | tag(physical);
        }
        return word;
    }

    private int tag(int physical) {
        if ((used >>> physical & 1) == 0) {
            return TAG_EMPTY;
        }
        int signExp = signExps[physical];
        long significand = significands[physical];
        if (Extended.isNormal(signExp, significand)) {
            return TAG_VALID;
        }
        return Extended.isZero(signExp, significand) ? TAG_ZERO : TAG_SPECIAL;
    }

    /** Only "empty" is taken from a loaded tag word; the rest follows from the contents. */
    void setTags(int word) {
        used = 0;
        for (int physical = 0; physical < 8; physical++) {
            if ((word >> 2 * physical & 3) != TAG_EMPTY) {
                used |= 1 << physical;
            }
        }
    }

    /** Writes all state: eight registers in physical order, then tags, TOP, status and control word. */
    void writeState(StateWriter to) {
        for (int physical = 0; physical < 8; physical++) {
            to.writeInt(signExps[physical]);
            to.writeLong(significands[physical]);
        }
        to.writeInt(used);
        to.writeInt(top);
        to.writeInt(status);
        to.writeInt(control);
    }

    /** Reads what {@link #writeState} wrote; bits that cannot be are dropped. */
    void readState(StateReader from) throws CorruptSnapshot {
        for (int physical = 0; physical < 8; physical++) {
            signExps[physical] = from.readInt() & 0xFFFF;
            significands[physical] = from.readLong();
        }
        used = from.readInt() & 0xFF;
        top = from.readInt() & 7;
        status = from.readInt() & ~0x3800 & 0xFFFF;
        setControl(from.readInt());
    }

    /** Writes ST(i) without tagging it: FRSTOR, whose tags come from the image. */
    void setContents(int i, int signExp, long significand) {
        signExps[top + i & 7] = signExp;
        significands[top + i & 7] = significand;
    }
}
