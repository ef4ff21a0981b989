package org.domainfirmware.debug.core.guest;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.domainfirmware.emulator.cpu.isa.Decoder;
import org.domainfirmware.emulator.cpu.isa.Instruction;
import org.domainfirmware.emulator.cpu.state.CpuModel;
import org.domainfirmware.emulator.debug.RegistersView;

/**
 * The calls and interrupts a guest is in, kept by watching every instruction: the truth an unwinder is compared with. A call lasts
 * until the stack pointer passes the place of its return address, on the stack that is on.
 */
final class ShadowCalls {
    /** @param back linear address it returns to; @param stack base of the stack segment; @param slot offset of the return address */
    record Call(int back, int stack, int slot, String kind) {
        @Override
        public String toString() {
            return String.format("%s to %X", kind, back);
        }
    }

    private static final int CS = 1;
    private static final int SS = 2;
    private static final int ESP = 4;
    private static final int BIG = 1 << 14;

    private final GuestMemory memory;
    private final Decoder decoder = new Decoder(CpuModel.PPRO);
    private final Deque<Call> calls = new ArrayDeque<>();
    private boolean stackLoaded;

    ShadowCalls(GuestMemory memory) {
        this.memory = memory;
    }

    Instruction next(RegistersView r) throws InspectionException {
        byte[] code = memory.read(linear(r), Decoder.MAX_LENGTH);
        return decoder.decode(i -> code[i], (r.segment(CS).access() & BIG) != 0);
    }

    /** Follows one instruction. */
    void executed(Instruction in, RegistersView before, RegistersView after) {
        String name = in.mnemonic().text();
        int behind = linear(before) + in.length;
        boolean toNext = name.equals("call") && linear(after) == behind;
        if (name.equals("call") && !toNext) {
            push(behind, after, "call");
        } else if (name.equals("int")) {
            push(behind, after, "int");
        }
        boolean loadsStack = before.segment(SS).selector() != after.segment(SS).selector();
        if (!loadsStack && !stackLoaded) {
            leave(after);
        }
        // The pointer belongs to the new segment only behind the next instruction.
        stackLoaded = loadsStack && !name.equals("iret") && !name.equals("lss");
    }

    /** An interrupt of the hardware has brought the guest to its handler's first instruction. */
    void interrupted(RegistersView at) throws InspectionException {
        int stack = at.segment(SS).base() + sp(at);
        push(memory.u16(stack) + (memory.u16(stack + 2) << 4), at, "interrupt");
    }

    private void push(int back, RegistersView r, String kind) {
        calls.push(new Call(back, r.segment(SS).base(), sp(r), kind));
    }

    private void leave(RegistersView r) {
        while (!calls.isEmpty() && calls.peek().stack == r.segment(SS).base() && sp(r) > calls.peek().slot) {
            calls.pop();
        }
    }

    /** Nobody is returned to any more. */
    void forget() {
        calls.clear();
    }

    /** Where the calls return to, the newest first. */
    List<Integer> returns() {
        return new ArrayList<>(calls.stream().map(Call::back).toList());
    }

    static int linear(RegistersView r) {
        return r.segment(CS).base() + r.eip();
    }

    static int sp(RegistersView r) {
        return (r.segment(SS).access() & BIG) != 0 ? r.general().get(ESP) : r.general().get(ESP) & 0xFFFF;
    }

    @Override
    public String toString() {
        return calls.toString();
    }
}
