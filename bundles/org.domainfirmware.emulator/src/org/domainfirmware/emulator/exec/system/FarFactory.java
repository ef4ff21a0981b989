package org.domainfirmware.emulator.exec.system;

import org.domainfirmware.emulator.cpu.Cpu;
import org.domainfirmware.emulator.cpu.fault.Vector;
import org.domainfirmware.emulator.cpu.isa.Instruction;
import org.domainfirmware.emulator.cpu.sem.system.FarCall;
import org.domainfirmware.emulator.cpu.sem.system.FarJump;
import org.domainfirmware.emulator.cpu.sem.system.FarReturn;
import org.domainfirmware.emulator.cpu.sem.system.InterruptReturn;
import org.domainfirmware.emulator.cpu.sem.system.Interrupts;
import org.domainfirmware.emulator.cpu.state.Flag;
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
        return switch (in.opcode.code()) {
            case 0x9A -> transfer(cpu -> FarCall.execute(cpu, selector, offset, size));
            case 0xEA -> transfer(cpu -> FarJump.execute(cpu, selector, offset));
            case 0xCA, 0xCB -> transfer(cpu -> FarReturn.execute(cpu, size, offset));
            case 0xCC -> transfer(cpu -> {
                Interrupts.breakpointOrOverflow(cpu, Vector.BP);
                cpu.singleStep = false;
            });
            case 0xCD -> transfer(cpu -> {
                Interrupts.software(cpu, offset);
                cpu.singleStep = false;
            });
            case 0xCE -> transfer(FarFactory::into);
            case 0xCF -> transfer(cpu -> InterruptReturn.execute(cpu, size));
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
            flagsChanged(c);
        });
    }

    /** Leaves the chain of blocks when the flags there are now let a trap or an interrupt happen. */
    static void flagsChanged(Cpu c) {
        if ((c.s.systemFlags & (Flag.TF | Flag.RF)) != 0) {
            c.leaveBlock();
        } else if ((c.s.systemFlags & Flag.IF) != 0) {
            c.afterDevice();
        }
    }
}
