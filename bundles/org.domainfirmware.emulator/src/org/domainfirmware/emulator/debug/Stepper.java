package org.domainfirmware.emulator.debug;

import org.domainfirmware.emulator.cpu.Cpu;
import org.domainfirmware.emulator.cpu.TransferHook;
import org.domainfirmware.emulator.cpu.isa.Decoder;
import org.domainfirmware.emulator.cpu.isa.Instruction;
import org.domainfirmware.emulator.cpu.isa.Mnemonic;
import org.domainfirmware.emulator.cpu.state.Reg;
import org.domainfirmware.emulator.machine.Machine;

/** Looks at the instruction about to run and says how to step over it. Sees hardware interrupts that come in between. */
final class Stepper implements TransferHook {
    private final Machine machine;
    private final Cpu cpu;
    private final GuestPeek peek;
    private final Decoder decoder;
    private BreakpointManager.Target behindInterrupt;
    private BreakpointManager.Target coming;

    Stepper(Machine machine, GuestPeek peek) {
        this.machine = machine;
        this.peek = peek;
        cpu = machine.cpu();
        decoder = new Decoder(cpu.s.model);
    }

    /** Linear address of the next instruction. */
    int here() {
        return cpu.s.cs.base + cpu.s.eip;
    }

    /** Stack pointer as the present stack segment uses it. */
    int stack() {
        return cpu.s.gpr[Reg.ESP] & cpu.stackMask();
    }

    Instruction next() {
        int linear = here();
        return decoder.decode(i -> (int) peek.linear(linear + i & 0xFFFFFFFFL, 1), cpu.s.cs.isBig());
    }

    /** Where to run to get over the next instruction, or null when a single step does it. */
    BreakpointManager.Target over() {
        Instruction in = next();
        if (in.opcode == null || in.fault != Instruction.NO_FAULT) {
            return null;
        }
        boolean repeats = in.repeat != 0 && isString(in);
        return repeats || isCall(in) ? new BreakpointManager.Target(here() + in.length, stack()) : null;
    }

    boolean isCall() {
        Instruction in = next();
        return in.opcode != null && in.fault == Instruction.NO_FAULT && isCall(in);
    }

    private static boolean isCall(Instruction in) {
        String name = in.opcode.mnemonic().text();
        return name.startsWith("call") || name.equals("int") || name.equals("into") || name.equals("int3");
    }

    private static boolean isString(Instruction in) {
        Mnemonic m = in.opcode.mnemonic();
        String name = m.text();
        return name.startsWith("movs") || name.startsWith("stos") || name.startsWith("lods") || name.startsWith("cmps")
                || name.startsWith("scas") || name.startsWith("ins") || name.startsWith("outs");
    }

    /** The place behind a hardware interrupt or exception handler entered since the last call, or null. */
    BreakpointManager.Target takeInterrupt() {
        BreakpointManager.Target taken = behindInterrupt;
        behindInterrupt = null;
        return taken;
    }

    @Override
    public void beforeInterrupt(int vector, Kind kind) {
        boolean outside = kind == Kind.HARDWARE;
        coming = outside ? new BreakpointManager.Target(here(), stack()) : null;
    }

    @Override
    public void afterInterrupt() {
        if (coming != null && behindInterrupt == null) {
            behindInterrupt = coming;
        }
        coming = null;
    }

}
