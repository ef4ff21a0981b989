package org.domainfirmware.emulator.cli.conformance;

import org.domainfirmware.emulator.bus.PortBus;
import org.domainfirmware.emulator.cli.conformance.MooTest.Registers;
import org.domainfirmware.emulator.cpu.Cpu;
import org.domainfirmware.emulator.cpu.state.CpuModel;
import org.domainfirmware.emulator.cpu.state.CpuState;
import org.domainfirmware.emulator.cpu.state.Reg;
import org.domainfirmware.emulator.exec.Executor;
import org.domainfirmware.emulator.memory.PhysicalMemory;
import org.domainfirmware.emulator.time.EventQueue;
import org.domainfirmware.emulator.time.VirtualClock;

/** A bare processor with memory and nothing else, to run captured tests on. */
final class TestBench {
    /** The 20-bit space and the 64 KiB above it that FFFF:FFFF reaches. */
    private static final int MEMORY = 0x110000;
    private static final int MOST_INSTRUCTIONS = 300_000;
    /** What an 80286 keeps of FLAGS in real mode. */
    private static final int FLAGS_286 = 0x0FD5;

    private static final int[] GENERAL = {Reg.EAX, Reg.EBX, Reg.ECX, Reg.EDX};
    private static final int[] SEGMENTS = {Reg.CS, Reg.SS, Reg.DS, Reg.ES};
    private static final int[] POINTERS = {Reg.ESP, Reg.EBP, Reg.ESI, Reg.EDI};

    private final Cpu cpu;
    private final Executor executor;

    TestBench(CpuModel model) {
        PhysicalMemory memory = new PhysicalMemory(MEMORY, 0);
        memory.mapRead(0, MEMORY, 0);
        memory.mapWrite(0, MEMORY, 0);
        cpu = new Cpu(new CpuState(model), memory, new PortBus(), new EventQueue(new VirtualClock(1)));
        executor = new Executor(cpu);
        cpu.reset();
    }

    /** Runs a test until its HLT; false when it never comes there. */
    boolean run(MooTest test) {
        cpu.reset();
        CpuState s = cpu.s;
        for (int i = 0; i < test.ramBefore().length; i += 2) {
            cpu.memory.write(test.ramBefore()[i], 1, test.ramBefore()[i + 1]);
        }
        for (int i = 0; i < 4; i++) {
            s.gpr[GENERAL[i]] = test.before()[i];
            s.seg[SEGMENTS[i]].setReal(test.before()[Registers.CS.ordinal() + i]);
            s.gpr[POINTERS[i]] = test.before()[Registers.SP.ordinal() + i];
        }
        s.eip = test.before()[Registers.IP.ordinal()];
        s.setEflags(test.before()[Registers.FLAGS.ordinal()] & FLAGS_286);
        cpu.modeChanged();
        executor.run(cpu.clock.instructions() + MOST_INSTRUCTIONS);
        return s.halted;
    }

    int register(Registers which) {
        CpuState s = cpu.s;
        int n = which.ordinal();
        int value = switch (which) {
            case AX, BX, CX, DX -> s.gpr[GENERAL[n]];
            case CS, SS, DS, ES -> s.seg[SEGMENTS[n - 4]].selector;
            case SP, BP, SI, DI -> s.gpr[POINTERS[n - 8]];
            case IP -> s.eip;
            case FLAGS -> s.eflags();
        };
        return value & 0xFFFF;
    }

    int memory(int address) {
        return cpu.memory.peek(address, 1);
    }

    /** Clears the memory a test has touched. */
    void clear(MooTest test) {
        for (int i = 0; i < test.ramBefore().length; i += 2) {
            cpu.memory.write(test.ramBefore()[i], 1, 0);
        }
        for (int i = 0; i < test.ramAfter().length; i += 2) {
            cpu.memory.write(test.ramAfter()[i], 1, 0);
        }
    }
}
