package org.domainfirmware.emulator.debug;

import java.util.BitSet;
import org.domainfirmware.emulator.cpu.Cpu;
import org.domainfirmware.emulator.cpu.sem.system.Descriptor;
import org.domainfirmware.emulator.cpu.state.Segment;
import org.domainfirmware.emulator.device.vga.Vram;
import org.domainfirmware.emulator.machine.Machine;

/** Reads the guest's memory and registers without any effect on it. */
final class GuestPeek implements GuestValues {
    private static final int LOCAL = 4;

    private final Machine machine;
    private final Cpu cpu;

    GuestPeek(Machine machine) {
        this.machine = machine;
        cpu = machine.cpu();
    }

    /** Linear base of a selector: a paragraph in real and virtual-8086 mode, else of the register that holds it or its descriptor. */
    int base(int selector) {
        if (cpu.s.isRealLike()) {
            return (selector & 0xFFFF) << 4;
        }
        for (Segment s : cpu.s.seg) {
            if (s.selector == (selector & 0xFFFF) && !s.isNull()) {
                return s.base;
            }
        }
        boolean local = (selector & LOCAL) != 0;
        int table = local ? cpu.s.ldtr.base : cpu.s.gdtBase;
        int limit = local ? cpu.s.ldtr.limit : cpu.s.gdtLimit;
        if (Integer.compareUnsigned(selector | 7, limit) > 0) {
            throw new DebugException(String.format("selector %04X is beyond its descriptor table", selector));
        }
        int at = table + (selector & 0xFFF8);
        return new Descriptor((int) linear(at, 4), (int) linear(at + 4, 4)).base();
    }

    @Override
    public long register(String name) {
        return RegisterNames.read(cpu, name);
    }

    @Override
    public long memory(long selector, long offset, int size) {
        return linear(base((int) selector) + offset, size);
    }

    @Override
    public long linear(long address, int size) {
        long value = 0;
        for (int i = 0; i < size; i++) {
            long physical = cpu.paging.peek((int) address + i);
            int b = physical < 0 ? 0xFF : cpu.memory.peek((int) physical, 1);
            value |= (long) b << 8 * i;
        }
        return value;
    }

    /** A block in any address space. */
    MemoryBlock read(AddressSpace space, int address, int length) {
        if (space == AddressSpace.VGA_MEMORY && address >= 0 && address <= Vram.SIZE - length) {
            BitSet all = new BitSet(length);
            all.set(0, length);
            return new MemoryBlock(space, address, machine.vga().inspector().linear(address, length), all);
        }
        byte[] data = new byte[length];
        BitSet valid = new BitSet(length);
        for (int i = 0; i < length; i++) {
            int value = peek(space, address + i);
            if (value >= 0) {
                data[i] = (byte) value;
                valid.set(i);
            }
        }
        return new MemoryBlock(space, address, data, valid);
    }

    /** A byte, or -1 where there is nothing. */
    private int peek(AddressSpace space, int address) {
        return switch (space) {
            case LINEAR -> {
                long physical = cpu.paging.peek(address);
                yield physical < 0 ? -1 : cpu.memory.peek((int) physical, 1);
            }
            case PHYSICAL -> cpu.memory.peek(address, 1);
            case PORT -> address < 0 || address > 0xFFFF ? -1 : machine.ports().peek(address, 1);
            case CMOS -> address < 0 || address > 127 ? -1 : machine.indicators().rtc().peekRegister(address);
            case VGA_PLANE -> address < 0 || address >= 4 * 0x10000 ? -1
                    : machine.vga().inspector().plane(address >>> 16, address & 0xFFFF, 1)[0] & 0xFF;
            case VGA_MEMORY -> address < 0 || address >= Vram.SIZE ? -1
                    : machine.vga().inspector().linear(address, 1)[0] & 0xFF;
        };
    }

    /** Changes memory as the debugger's user wants it: ROM too, but not MMIO, ports or CMOS. */
    void write(AddressSpace space, int address, byte[] data) {
        if (space != AddressSpace.LINEAR && space != AddressSpace.PHYSICAL) {
            throw new DebugException("only memory can be changed here, not " + space);
        }
        for (int i = 0; i < data.length; i++) {
            long physical = space == AddressSpace.PHYSICAL ? address + i & 0xFFFFFFFFL : cpu.paging.peek(address + i);
            int page = physical < 0 ? -1 : cpu.memory.readPage((int) physical);
            if (page < 0) {
                throw new DebugException(String.format("there is no memory at %08Xh", address + i));
            }
            int at = page + ((int) physical & 0xFFF);
            cpu.memory.store()[at] = data[i];
            cpu.memory.wrote(at, 1);
        }
    }
}
