package org.domainfirmware.emulator.loader;

/** The loadable segments of a 32-bit x86 ELF file. Addresses may carry the offset of a kernel linked at C0000000h. */
final class ElfImage {
    private static final int MACHINE_386 = 3;
    private static final int LOAD = 1;
    private static final int MOST_SEGMENTS = 64;
    private static final int KERNEL_OFFSET = 0xC0000000;

    private final String name;
    private final Bytes file;

    ElfImage(String name, Bytes file) {
        this.name = name;
        this.file = file;
    }

    static boolean isElf32(Bytes file) {
        return file.i32(0) == 0x464C457F && file.u8(4) == 1 && file.u16(18) == MACHINE_386;
    }

    private static int physical(int address) {
        return Integer.compareUnsigned(address, KERNEL_OFFSET) >= 0 ? address - KERNEL_OFFSET : address;
    }

    int entry() {
        return physical(file.i32(24));
    }

    /** Copies the segments and clears what they have beyond their file part. @return first address behind all of them */
    int load(GuestMemory memory) throws KernelException {
        int headers = file.i32(28);
        int size = file.u16(42);
        int count = file.u16(44);
        if (count == 0 || count > MOST_SEGMENTS || size < 32) {
            throw new KernelException("kernel " + name + ": its program headers make no sense; is the file whole?");
        }
        int end = 0;
        for (int i = 0; i < count; i++) {
            int at = headers + i * size;
            if (file.i32(at) != LOAD) {
                continue;
            }
            int inFile = file.i32(at + 16);
            int inMemory = file.i32(at + 20);
            int address = physical(file.i32(at + 12));
            if (inMemory < inFile) {
                throw new KernelException("kernel " + name + ": segment " + i + " is larger in the file than in memory");
            }
            memory.put(address, file.data(), file.i32(at + 4), inFile);
            memory.put(address + inFile, new byte[checkedGap(memory, inMemory - inFile)]);
            end = Math.max(end, address + inMemory);
        }
        return end;
    }

    private int checkedGap(GuestMemory memory, int bytes) throws KernelException {
        if (bytes > memory.size()) {
            throw new KernelException("kernel " + name + " needs more memory than there is");
        }
        return bytes;
    }
}
