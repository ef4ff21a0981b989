package org.domainfirmware.emulator.memory;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The 4 GiB physical address space, in 4 KiB pages. RAM and every ROM image live in one array, the
 * store; a page is mapped for reading and for writing apart, so that shadow RAM (read ROM, write
 * RAM, and so on) is a matter of two tables.
 *
 * <p>A table entry is the page's offset in the store (a multiple of 4096), or {@code -1 - n} for
 * MMIO handler n. Handler 0 is "nobody": reads give all ones, writes are dropped.
 *
 * <p>Code found in a store page is noted in a 32-bit mask of 128-byte granules; a write that hits a
 * marked granule is reported to the {@link CodeListener}. Alias pages share the store page, hence
 * the mask and the blocks.
 */
public final class PhysicalMemory {
    /** Bits of an address within a page. */
    public static final int PAGE_BITS = 12;
    public static final int PAGE_SIZE = 1 << PAGE_BITS;
    private static final int PAGE_MASK = PAGE_SIZE - 1;
    private static final int PAGES = 1 << (32 - PAGE_BITS);

    public static final VarHandle SHORTS =
            MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    public static final VarHandle INTS =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    public static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** Told when a write reaches bytes that were decoded as code, after the write. */
    public interface CodeListener {
        void codeWritten(int storeOffset, int length);
    }

    /** Told when the page tables here change, so that translations are dropped. */
    public interface MappingListener {
        void mappingChanged();
    }

    private static final MmioHandler NOBODY = new MmioHandler() {
        @Override
        public int read(int address, int size) {
            return size == 4 ? -1 : (1 << (8 * size)) - 1;
        }

        @Override
        public void write(int address, int size, int value) {
            // Nobody listens.
        }

        @Override
        public int peek(int address, int size) {
            return read(address, size);
        }
    };

    private final byte[] store;
    private final int ramSize;
    private int storeUsed;
    private final int[] readMap = new int[PAGES];
    private final int[] writeMap = new int[PAGES];
    /** Granules of each store page that hold decoded code. */
    private final int[] codeMask;
    private final List<MmioHandler> handlers = new ArrayList<>();
    private CodeListener codeListener = (offset, length) -> { };
    private MappingListener mappingListener = () -> { };

    /**
     * @param ramSize bytes of RAM, a multiple of 4096
     * @param romSize bytes to keep for ROM images beside it, a multiple of 4096
     */
    public PhysicalMemory(int ramSize, int romSize) {
        if ((ramSize & PAGE_MASK) != 0 || (romSize & PAGE_MASK) != 0 || ramSize <= 0) {
            throw new IllegalArgumentException("memory sizes must be multiples of 4096: " + ramSize + ", " + romSize);
        }
        this.ramSize = ramSize;
        store = new byte[Math.addExact(ramSize, romSize)];
        storeUsed = ramSize;
        codeMask = new int[store.length >>> PAGE_BITS];
        handlers.add(NOBODY);
        Arrays.fill(readMap, -1);
        Arrays.fill(writeMap, -1);
    }

    /** Bytes of RAM; the store begins with them, RAM address 0 at offset 0. */
    public int ramSize() {
        return ramSize;
    }

    /** The store itself, for the executor and for bulk copies by devices that check their ranges. */
    public byte[] store() {
        return store;
    }

    /**
     * Puts a ROM image into the store (not yet mapped anywhere), padded with FFh to whole pages.
     *
     * @return its store offset
     */
    public int addRom(byte[] image) {
        int length = image.length + PAGE_MASK & ~PAGE_MASK;
        if (storeUsed + length > store.length) {
            throw new IllegalArgumentException("no room in the store for a ROM of " + image.length + " bytes");
        }
        int at = storeUsed;
        Arrays.fill(store, at, at + length, (byte) 0xFF);
        System.arraycopy(image, 0, store, at, image.length);
        storeUsed += length;
        return at;
    }

    /** Gives an MMIO handler a number for {@link #map}. */
    public int addHandler(MmioHandler handler) {
        handlers.add(handler);
        return handlers.size() - 1;
    }

    /** Maps pages for reading: to the store from {@code storeOffset} on. Addresses are multiples of 4096. */
    public void mapRead(int address, int length, int storeOffset) {
        fill(readMap, address, length, storeOffset);
    }

    /** Maps pages for writing: to the store from {@code storeOffset} on. */
    public void mapWrite(int address, int length, int storeOffset) {
        fill(writeMap, address, length, storeOffset);
    }

    /** Maps pages to an MMIO handler for reading and writing. Handler 0 unmaps. */
    public void mapHandler(int address, int length, int handler) {
        mapHandlerRead(address, length, handler);
        mapHandlerWrite(address, length, handler);
    }

    /** Maps pages to an MMIO handler for reading only. */
    public void mapHandlerRead(int address, int length, int handler) {
        Arrays.fill(readMap, page(address), page(address) + (length >>> PAGE_BITS), -1 - handler);
        mappingListener.mappingChanged();
    }

    /** Maps pages to an MMIO handler for writing only (handler 0: writes are dropped, as ROM does). */
    public void mapHandlerWrite(int address, int length, int handler) {
        Arrays.fill(writeMap, page(address), page(address) + (length >>> PAGE_BITS), -1 - handler);
        mappingListener.mappingChanged();
    }

    private void fill(int[] map, int address, int length, int storeOffset) {
        int first = page(address);
        for (int i = 0; i < length >>> PAGE_BITS; i++) {
            map[first + i] = storeOffset + (i << PAGE_BITS);
        }
        mappingListener.mappingChanged();
    }

    private static int page(int address) {
        return address >>> PAGE_BITS;
    }

    public void codeListener(CodeListener listener) {
        codeListener = listener;
    }

    public void mappingListener(MappingListener listener) {
        mappingListener = listener;
    }

    /** Store offset of the page that a physical address reads from, or negative for MMIO. */
    public int readPage(int address) {
        return readMap[address >>> PAGE_BITS];
    }

    /** Store offset of the page that a physical address writes to, or negative for MMIO or ROM. */
    public int writePage(int address) {
        return writeMap[address >>> PAGE_BITS];
    }

    /** The MMIO handler behind a negative table entry. */
    public MmioHandler handlerOf(int entry) {
        return handlers.get(-1 - entry);
    }

    /** Granules of a store page known to hold code, bit n for bytes 128n to 128n+127. */
    public int codeMask(int storeOffset) {
        return codeMask[storeOffset >>> PAGE_BITS];
    }

    /** Notes that bytes of one store page were decoded as code. The first mark of a page drops write translations. */
    public void markCode(int storeOffset, int length) {
        int page = storeOffset >>> PAGE_BITS;
        int before = codeMask[page];
        int first = (storeOffset & PAGE_MASK) >>> 7;
        int last = Math.min((storeOffset & PAGE_MASK) + length - 1 >>> 7, 31);
        codeMask[page] = before | -1 >>> 31 - (last - first) << first;
        if (before == 0) {
            mappingListener.mappingChanged();
        }
    }

    /** Forgets granules, when their blocks are gone. */
    public void clearCode(int storeOffset, int granules) {
        codeMask[storeOffset >>> PAGE_BITS] &= ~granules;
    }

    /** Reads 1, 2 or 4 bytes, zero extended, as the bus does, side effects included. */
    public int read(int address, int size) {
        int inPage = address & PAGE_MASK;
        if (inPage + size > PAGE_SIZE) {
            return readSplit(address, size, false);
        }
        int entry = readMap[address >>> PAGE_BITS];
        return entry >= 0 ? load(entry + inPage, size) : handlers.get(-1 - entry).read(address, size);
    }

    /** Reads without side effects. */
    public int peek(int address, int size) {
        int inPage = address & PAGE_MASK;
        if (inPage + size > PAGE_SIZE) {
            return readSplit(address, size, true);
        }
        int entry = readMap[address >>> PAGE_BITS];
        return entry >= 0 ? load(entry + inPage, size) : handlers.get(-1 - entry).peek(address, size);
    }

    /** Writes 1, 2 or 4 bytes as the bus does; reports writes to code. */
    public void write(int address, int size, int value) {
        int inPage = address & PAGE_MASK;
        if (inPage + size > PAGE_SIZE) {
            for (int i = 0; i < size; i++) {
                write(address + i, 1, value >>> (8 * i));
            }
            return;
        }
        int entry = writeMap[address >>> PAGE_BITS];
        if (entry < 0) {
            handlers.get(-1 - entry).write(address, size, value);
            return;
        }
        int at = entry + inPage;
        switch (size) {
            case 1 -> store[at] = (byte) value;
            case 2 -> SHORTS.set(store, at, (short) value);
            default -> INTS.set(store, at, value);
        }
        wrote(at, size);
    }

    /** Call after writing the store directly, within one page: reports writes to code. */
    public void wrote(int storeOffset, int length) {
        int mask = codeMask[storeOffset >>> PAGE_BITS];
        if (mask != 0 && (mask & granules(storeOffset, length)) != 0) {
            codeListener.codeWritten(storeOffset, length);
        }
    }

    private static int granules(int storeOffset, int length) {
        int first = (storeOffset & PAGE_MASK) >>> 7;
        int last = (storeOffset & PAGE_MASK) + length - 1 >>> 7;
        return -1 >>> 31 - (last - first) << first;
    }

    private int load(int at, int size) {
        return switch (size) {
            case 1 -> store[at] & 0xFF;
            case 2 -> (short) SHORTS.get(store, at) & 0xFFFF;
            default -> (int) INTS.get(store, at);
        };
    }

    private int readSplit(int address, int size, boolean peek) {
        int value = 0;
        for (int i = 0; i < size; i++) {
            int b = peek ? peek(address + i, 1) : read(address + i, 1);
            value |= b << (8 * i);
        }
        return value;
    }

    /** Copies guest memory out as a bus master reads it, page by page. */
    public void readBytes(int address, byte[] to, int offset, int length) {
        int done = 0;
        while (done < length) {
            int at = address + done;
            int run = Math.min(length - done, PAGE_SIZE - (at & PAGE_MASK));
            int entry = readMap[at >>> PAGE_BITS];
            if (entry >= 0) {
                System.arraycopy(store, entry + (at & PAGE_MASK), to, offset + done, run);
            } else {
                for (int i = 0; i < run; i++) {
                    to[offset + done + i] = (byte) read(at + i, 1);
                }
            }
            done += run;
        }
    }

    /** Copies into guest memory as a bus master writes it, page by page; reports writes to code. */
    public void writeBytes(int address, byte[] from, int offset, int length) {
        int done = 0;
        while (done < length) {
            int at = address + done;
            int run = Math.min(length - done, PAGE_SIZE - (at & PAGE_MASK));
            int entry = writeMap[at >>> PAGE_BITS];
            if (entry >= 0) {
                int to = entry + (at & PAGE_MASK);
                System.arraycopy(from, offset + done, store, to, run);
                wrote(to, run);
            } else {
                for (int i = 0; i < run; i++) {
                    write(at + i, 1, from[offset + done + i]);
                }
            }
            done += run;
        }
    }
}
