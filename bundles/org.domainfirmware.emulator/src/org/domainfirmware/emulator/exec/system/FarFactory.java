package org.domainfirmware.emulator.exec.system;

import org.domainfirmware.emulator.cpu.Cpu;
import org.domainfirmware.emulator.cpu.fault.Vector;
import org.domainfirmware.emulator.cpu.isa.Instruction;
import org.domainfirmware.emulator.cpu.sem.system.FarCall;
import org.domainfirmware.emulator.cpu.sem.system.FarJump;
import org.domainfirmware.emulator.cpu.sem.system.Interrupts;
import org.domainfirmware.emulator.exec.op.Address;
import org.domainfirmware.emulator.exec.op.Op;
import org.domainfirmware.emulator.exec.op.SimpleOp;

/**
 * Far transfers, software interrupts and returns. Always last in their block.
 * An interrupt clears TF, so no single-step trap follows it.
 */
final class FarFactory {
    private FarFactory() {
    }

    /** The op, or null when the instruction is not of this family. */
    static Op create(Instruction in, Cpu c) {
        int size = in.op32 ? 4 : 2;
        int offset = in.immediate;
        int selector = in.immediate2;
        if (size == 2 && (c.mode & Cpu.MODE_PROTECTED) == 0) {
            switch (in.opcode.code()) {
                case 0x9A -> {
                    return new RealFarOps.Call(selector, offset, c.stackMask());
                }
                case 0xCA, 0xCB -> {
                    return new RealFarOps.Return(offset, c.stackMask());
                }
                default -> { }
            }
        }
        return switch (in.opcode.code()) {
            case 0x9A -> new FarOps.Call(selector, offset, size);
            case 0xEA -> new FarOps.Jump(selector, offset);
            case 0xCA, 0xCB -> new FarOps.Return(size, offset);
            case 0xCC -> transfer(cpu -> {
                Interrupts.breakpointOrOverflow(cpu, Vector.BP);
                cpu.singleStep = false;
            });
            case 0xCD -> new FarOps.Interrupt(offset);
            case 0xCE -> transfer(FarFactory::into);
            case 0xCF -> new FarOps.InterruptReturn(size);
            case 0xF1 -> transfer(Interrupts::icebp);
            case 0xFF -> switch (in.reg()) {
                case 3 -> callMemory(Address.of(in, c.s), size);
                case 5 -> jumpMemory(Address.of(in, c.s), size);
                default -> null;
            };
            default -> null;
        };
    }

    private static void into(Cpu c) {
        if (c.s.of()) {
            Interrupts.breakpointOrOverflow(c, Vector.OF);
            c.singleStep = false;
        }
    }

    private static Op callMemory(Address at, int size) {
        return transfer(c -> {
            int offset = FarPointer.offset(c, at, size);
            FarCall.execute(c, FarPointer.selector(c, at, size), offset, size);
        });
    }

    private static Op jumpMemory(Address at, int size) {
        return transfer(c -> {
            int offset = FarPointer.offset(c, at, size);
            FarJump.execute(c, FarPointer.selector(c, at, size), offset);
        });
    }

    private static Op transfer(SimpleOp.Action action) {
        return new SimpleOp(c -> {
            action.run(c);
            c.flagsChanged();
        });
    }
}
