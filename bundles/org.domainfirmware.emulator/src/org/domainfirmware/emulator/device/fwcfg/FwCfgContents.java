package org.domainfirmware.emulator.device.fwcfg;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Builds the items that {@link FwCfg} offers. */
public final class FwCfgContents {
    static final int SIGNATURE = 0x00;
    static final int ID = 0x01;
    static final int RAM_SIZE = 0x03;
    static final int CPUS = 0x05;
    static final int BOOT_MENU = 0x0E;
    static final int MAX_CPUS = 0x0F;
    static final int FILE_DIRECTORY = 0x19;
    static final int FIRST_FILE = 0x20;
    static final int IRQ0_OVERRIDE = 0x8002;
    private static final int NAME_BYTES = 56;
    private static final int MAX_FILES = 64;

    /** Types of an E820 entry. */
    private static final int E820_RAM = 1;
    private static final int E820_RESERVED = 2;

    private final Map<Integer, byte[]> items = new TreeMap<>();
    private final Map<String, byte[]> files = new TreeMap<>();

    /** The signature, the traditional interface only, one processor, no boot menu, IRQ0 at I/O APIC input 2. */
    public FwCfgContents() {
        items.put(SIGNATURE, "QEMU".getBytes(StandardCharsets.US_ASCII));
        items.put(ID, little(4).putInt(1).array());
        items.put(CPUS, little(2).putShort((short) 1).array());
        items.put(MAX_CPUS, little(2).putShort((short) 1).array());
        items.put(BOOT_MENU, new byte[2]);
        items.put(IRQ0_OVERRIDE, new byte[] {1});
    }

    /**
     * RAM size and the file "etc/e820" with the RAM ranges.
     *
     * @param belowFourGib bytes from address 0
     * @param aboveFourGib bytes from 4 GiB
     */
    public FwCfgContents memory(long belowFourGib, long aboveFourGib) {
        items.put(RAM_SIZE, little(8).putLong(belowFourGib + aboveFourGib).array());
        // The page block where vector tables for virtualisation live is reserved on QEMU's PC.
        ByteBuffer map = little(20 * (aboveFourGib > 0 ? 3 : 2));
        entry(map, 0xFEFF_C000L, 0x4000, E820_RESERVED);
        entry(map, 0, belowFourGib, E820_RAM);
        if (aboveFourGib > 0) {
            entry(map, 1L << 32, aboveFourGib, E820_RAM);
        }
        return file("etc/e820", map.array());
    }

    private static void entry(ByteBuffer map, long address, long length, int type) {
        map.putLong(address).putLong(length).putInt(type);
    }

    /** Whether SeaBIOS offers its boot menu, and how long it waits for the key, milliseconds 0 to 65535. */
    public FwCfgContents bootMenu(boolean shown, int waitMillis) {
        items.put(BOOT_MENU, little(2).putShort((short) (shown ? 1 : 0)).array());
        return file("etc/boot-menu-wait", little(2).putShort((short) waitMillis).array());
    }

    /**
     * The boot order: Open Firmware paths, first to be tried first, such as
     * {@code /pci@i0cf8/ide@1,1/drive@0/disk@0} or {@code /pci@i0cf8/isa@1/fdc@03f0/floppy@0}.
     */
    public FwCfgContents bootOrder(List<String> paths) {
        return file("bootorder", (String.join("\n", paths) + "\0").getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * A named file.
     *
     * @throws IllegalArgumentException when the name is longer than 55 characters or there are too many files
     */
    public FwCfgContents file(String name, byte[] contents) {
        if (name.isEmpty() || name.length() >= NAME_BYTES) {
            throw new IllegalArgumentException("a fw_cfg file name has 1 to 55 characters: \"" + name + "\"");
        }
        files.put(name, contents.clone());
        if (files.size() > MAX_FILES) {
            throw new IllegalArgumentException("at most " + MAX_FILES + " fw_cfg files; one too many is " + name);
        }
        return this;
    }

    /** The items by number, the file directory included. */
    Map<Integer, byte[]> build() {
        Map<Integer, byte[]> all = new TreeMap<>(items);
        ByteBuffer directory = ByteBuffer.allocate(4 + files.size() * (8 + NAME_BYTES));
        directory.putInt(files.size());
        int number = FIRST_FILE;
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            byte[] name = new byte[NAME_BYTES];
            byte[] ascii = file.getKey().getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(ascii, 0, name, 0, ascii.length);
            directory.putInt(file.getValue().length).putShort((short) number).putShort((short) 0).put(name);
            all.put(number++, file.getValue());
        }
        all.put(FILE_DIRECTORY, directory.array());
        return all;
    }

    private static ByteBuffer little(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
