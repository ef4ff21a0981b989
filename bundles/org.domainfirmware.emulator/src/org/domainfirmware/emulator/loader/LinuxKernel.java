package org.domainfirmware.emulator.loader;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.domainfirmware.emulator.cpu.state.CpuState;
import org.domainfirmware.emulator.cpu.state.Flag;
import org.domainfirmware.emulator.cpu.state.Reg;
import org.domainfirmware.emulator.machine.Machine;

/** A Linux bzImage, started by its real-mode entry. Source: Linux x86 boot protocol, versions 2.00 to 2.15. */
final class LinuxKernel implements Kernel {
    private static final int MAGIC = 0x53726448;
    private static final int SETUP = 0x90000;
    private static final int KERNEL = 0x100000;
    private static final int COMMAND_LINE = 0x9E000;
    private static final int LONGEST_LINE = 0x7FF;
    private static final int HEAP_END = 0xE000;
    private static final int SECTOR = 512;
    private static final int PAGE = 0x1000;

    private final String name;
    private final Bytes file;
    private final byte[] commandLine;
    private final byte[] initrd;

    LinuxKernel(String name, Bytes file, String commandLine, List<byte[]> modules) throws KernelException {
        this.name = name;
        this.file = file;
        this.commandLine = (commandLine + "\0").getBytes(StandardCharsets.UTF_8);
        initrd = modules.isEmpty() ? new byte[0] : modules.get(0);
        if (this.commandLine.length > LONGEST_LINE) {
            throw new KernelException("the command line has " + this.commandLine.length + " bytes; Linux takes at most "
                    + LONGEST_LINE);
        }
        if (modules.size() > 1) {
            throw new KernelException("Linux takes one initial RAM disk, not " + modules.size());
        }
        if (file.u16(0x206) < 0x200 || (file.u8(0x211) & 1) == 0) {
            throw new KernelException("kernel " + name + " is a zImage or older than boot protocol 2.00; a bzImage is needed");
        }
    }

    static boolean isLinux(Bytes file) {
        return file.u16(0x1FE) == 0xAA55 && file.i32(0x202) == MAGIC;
    }

    @Override
    public boolean needsBios() {
        return true;
    }

    @Override
    public void start(Machine machine) throws KernelException {
        GuestMemory memory = new GuestMemory(machine, "kernel " + name);
        int sectors = file.u8(0x1F1) == 0 ? 4 : file.u8(0x1F1);
        int setup = (sectors + 1) * SECTOR;
        memory.put(SETUP, file.data(), 0, Math.min(setup, file.length()));
        memory.put(KERNEL, file.data(), setup, file.length() - setup);
        memory.put(COMMAND_LINE, commandLine);
        memory.put8(SETUP + 0x210, 0xFF);
        memory.put8(SETUP + 0x211, file.u8(0x211) | 0x80);
        memory.put16(SETUP + 0x224, HEAP_END - 0x200);
        memory.put32(SETUP + 0x228, COMMAND_LINE);
        if (initrd.length > 0) {
            putInitrd(memory);
        }
        enter(machine);
    }

    private void putInitrd(GuestMemory memory) throws KernelException {
        int top = file.u16(0x206) >= 0x203 ? file.i32(0x22C) : 0x37FFFFFF;
        long limit = Math.min(memory.size() - 0x10000L, (top & 0xFFFFFFFFL) + 1);
        long at = limit - initrd.length & -PAGE;
        if (at < KERNEL + file.length()) {
            throw new KernelException("kernel and initial RAM disk do not fit into " + (memory.size() >> 20)
                    + " MiB of memory; give more by --memory");
        }
        memory.put((int) at, initrd);
        memory.put32(SETUP + 0x218, (int) at);
        memory.put32(SETUP + 0x21C, initrd.length);
    }

    private static void enter(Machine machine) {
        CpuState s = machine.cpu().s;
        int segment = SETUP >>> 4;
        for (int i : new int[] {Reg.ES, Reg.SS, Reg.DS, Reg.FS, Reg.GS}) {
            s.seg[i].setReal(segment);
        }
        s.cs.setRealCode(segment + 0x20);
        s.eip = 0;
        s.gpr[Reg.ESP] = HEAP_END;
        s.systemFlags &= ~(Flag.IF | Flag.DF);
        machine.executor().stateReplaced();
    }
}
