package org.domainfirmware.emulator.vmx;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The built monitor: its image and the addresses of its symbols. */
public final class MonitorImage {
    private static final int SECTION_HEADERS_AT = 32;
    private static final int SECTION_HEADER = 40;
    private static final int SYMBOL_TABLE = 2;
    private static final int SYMBOL = 16;

    private final byte[] bytes;
    private final Map<String, Integer> symbols = new HashMap<>();

    /** Reads vmxassist.bin and vmxassist.elf of the firmware folder. */
    public MonitorImage() throws IOException {
        Path folder = Path.of(System.getProperty("org.domainfirmware.firmware", "build/firmware"));
        bytes = Files.readAllBytes(folder.resolve("vmxassist.bin"));
        ByteBuffer elf = ByteBuffer.wrap(Files.readAllBytes(folder.resolve("vmxassist.elf")))
                .order(ByteOrder.LITTLE_ENDIAN);
        int table = elf.getInt(SECTION_HEADERS_AT);
        int count = elf.getShort(48);
        for (int i = 0; i < count; i++) {
            int section = table + i * SECTION_HEADER;
            if (elf.getInt(section + 4) == SYMBOL_TABLE) {
                int names = elf.getInt(table + elf.getInt(section + 24) * SECTION_HEADER + 16);
                readSymbols(elf, elf.getInt(section + 16), elf.getInt(section + 20), names);
            }
        }
    }

    private void readSymbols(ByteBuffer elf, int at, int size, int names) {
        for (int s = at; s < at + size; s += SYMBOL) {
            int start = names + elf.getInt(s);
            int end = start;
            while (elf.get(end) != 0) {
                end++;
            }
            symbols.put(new String(elf.array(), start, end - start, StandardCharsets.US_ASCII), elf.getInt(s + 4));
        }
    }

    /** The image at D0000h. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** Linear address of a symbol of the monitor. */
    public int address(String symbol) {
        Integer address = symbols.get(symbol);
        if (address == null) {
            throw new IllegalArgumentException("vmxassist.elf has no symbol " + symbol);
        }
        return address;
    }
}
