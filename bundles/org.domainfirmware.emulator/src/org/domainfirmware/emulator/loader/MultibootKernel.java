package org.domainfirmware.emulator.loader;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.domainfirmware.emulator.debug.E820View;
import org.domainfirmware.emulator.debug.TrueMemoryMap;
import org.domainfirmware.emulator.machine.Machine;

/** A Multiboot 1 image, ELF or with addresses in its header. Source: Multiboot Specification 0.6.96, section 3. */
final class MultibootKernel implements Kernel {
    private static final int MAGIC = 0x1BADB002;
    private static final int HANDED_OVER = 0x2BADB002;
    private static final int SEARCHED = 8192;
    private static final int HAS_ADDRESSES = 1 << 16;
    private static final int MUST_KNOW = 0xFFFF & ~3;
    private static final int INFO = 0x9000;
    private static final int MODULES = 0x9100;
    private static final int MAP = 0x9400;
    private static final int COMMAND_LINE = 0x9800;
    private static final int LONGEST_LINE = 0x7FF;
    private static final int MOST_MODULES = 32;
    private static final int PAGE = 0x1000;

    private final String name;
    private final Bytes file;
    private final int header;
    private final byte[] commandLine;
    private final List<byte[]> modules;

    MultibootKernel(String name, Bytes file, int header, String commandLine, List<byte[]> modules)
            throws KernelException {
        this.name = name;
        this.file = file;
        this.header = header;
        this.commandLine = (name + " " + commandLine + "\0").getBytes(StandardCharsets.UTF_8);
        this.modules = modules;
        if (this.commandLine.length > LONGEST_LINE || modules.size() > MOST_MODULES) {
            throw new KernelException("kernel " + name + ": the command line has at most " + LONGEST_LINE
                    + " bytes, and there are at most " + MOST_MODULES + " modules");
        }
        if ((file.i32(header + 4) & MUST_KNOW) != 0 && (file.i32(header + 4) & 0xFFF8) != 0) {
            throw new KernelException("kernel " + name + " asks for Multiboot features that are not offered");
        }
    }

    /** Offset of the header, or -1. */
    static int findHeader(Bytes file) {
        for (int at = 0; at + 12 <= Math.min(file.length(), SEARCHED); at += 4) {
            if (file.i32(at) == MAGIC && file.i32(at) + file.i32(at + 4) + file.i32(at + 8) == 0) {
                return at;
            }
        }
        return -1;
    }

    @Override
    public boolean needsBios() {
        return false;
    }

    @Override
    public void start(Machine machine) throws KernelException {
        GuestMemory memory = new GuestMemory(machine, "kernel " + name);
        boolean addresses = (file.i32(header + 4) & HAS_ADDRESSES) != 0;
        ElfImage elf = new ElfImage(name, file);
        int end = addresses ? loadByHeader(memory) : elf.load(memory);
        int entry = addresses ? file.i32(header + 28) : elf.entry();
        memory.put(COMMAND_LINE, commandLine);
        int flags = 1 | 1 << 2 | 1 << 6;
        if (!modules.isEmpty()) {
            flags |= 1 << 3;
            putModules(memory, end);
        }
        int mapLength = putMap(memory, machine);
        memory.put32(INFO, flags);
        memory.put32(INFO + 4, 640);
        memory.put32(INFO + 8, (memory.size() >>> 10) - 1024);
        memory.put32(INFO + 16, COMMAND_LINE);
        memory.put32(INFO + 20, modules.size());
        memory.put32(INFO + 24, MODULES);
        memory.put32(INFO + 44, mapLength);
        memory.put32(INFO + 48, MAP);
        FlatProtectedMode.enter(machine, entry, HANDED_OVER, INFO, 0);
    }

    private int loadByHeader(GuestMemory memory) throws KernelException {
        int load = file.i32(header + 16);
        int offset = header - (file.i32(header + 12) - load);
        int loadEnd = file.i32(header + 20);
        int length = loadEnd == 0 ? file.length() - offset : loadEnd - load;
        memory.put(load, file.data(), offset, length);
        return Math.max(load + length, file.i32(header + 24));
    }

    private void putModules(GuestMemory memory, int behind) throws KernelException {
        int at = behind + PAGE - 1 & -PAGE;
        for (int i = 0; i < modules.size(); i++) {
            memory.put(at, modules.get(i));
            memory.put32(MODULES + 16 * i, at);
            memory.put32(MODULES + 16 * i + 4, at + modules.get(i).length);
            memory.put32(MODULES + 16 * i + 8, 0);
            memory.put32(MODULES + 16 * i + 12, 0);
            at = at + modules.get(i).length + PAGE - 1 & -PAGE;
        }
    }

    private static int putMap(GuestMemory memory, Machine machine) {
        int at = MAP;
        for (E820View.Entry e : TrueMemoryMap.of(machine.memory())) {
            if (at + 24 > COMMAND_LINE) {
                break;
            }
            memory.put32(at, 20);
            memory.put64(at + 4, e.base());
            memory.put64(at + 12, e.length());
            memory.put32(at + 20, e.type());
            at += 24;
        }
        return at - MAP;
    }
}
