package org.domainfirmware.firmware.core.symbols;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;

import org.domainfirmware.firmware.core.symbols.text.As86Listing;
import org.domainfirmware.firmware.core.symbols.text.LinkerMap;
import org.domainfirmware.firmware.core.symbols.text.NasmListing;
import org.domainfirmware.firmware.core.symbols.text.SymbolFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A thousand damaged copies of a ROM's symbols: each is read or refused, quickly and in bounded memory. */
class CorruptionTest {
    private static final int COPIES = 1000;
    private static final long SEED = 20240601;
    private static final Duration EACH = Duration.ofSeconds(10);
    /** Reading a good file allocates some 60 times its size over time; a damaged one must not go far beyond. */
    private static final long ALLOCATION_FACTOR = 400;

    private byte[] elf;
    private String map;

    @BeforeEach
    void read() throws IOException {
        Path built = Path.of(System.getProperty("org.domainfirmware.firmware", "build/firmware"));
        assertTrue(Files.exists(built.resolve("vgabios.elf")), "vgabios.elf is missing: run ./dfw firmware first");
        elf = Files.readAllBytes(built.resolve("vgabios.elf"));
        map = Files.readString(built.resolve("vgabios.map"), StandardCharsets.ISO_8859_1);
    }

    @Test
    void elfAndDwarf() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        for (int i = 0; i < COPIES; i++) {
            byte[] damaged = damage(elf, new Random(SEED + i));
            int copy = i;
            long[] allocated = new long[1];
            assertTimeoutPreemptively(EACH, () -> {
                long before = threads.getCurrentThreadAllocatedBytes();
                try {
                    use(DebugInfo.read(damaged));
                } catch (CorruptFile e) {
                    assertTrue(!e.getMessage().isEmpty());
                }
                allocated[0] = threads.getCurrentThreadAllocatedBytes() - before;
            }, () -> "copy " + copy);
            assertTrue(allocated[0] < ALLOCATION_FACTOR * elf.length, () -> "copy " + copy + " allocated " + allocated[0]);
        }
    }

    private static void use(DebugInfo info) {
        for (FunctionInfo f : info.functions()) {
            info.lineAt(f.entry());
            info.frameRule(f.entry());
            info.afterPrologue(f);
        }
    }

    @Test
    void listingsAndMaps() {
        for (int i = 0; i < COPIES; i++) {
            byte[] bytes = damage(map.getBytes(StandardCharsets.ISO_8859_1), new Random(SEED + i));
            String damaged = new String(bytes, StandardCharsets.ISO_8859_1);
            int copy = i;
            assertTimeoutPreemptively(EACH, () -> {
                LinkerMap.readLd(damaged);
                LinkerMap.readLd86(damaged);
                NasmListing.read(damaged);
                As86Listing.read(damaged);
                SymbolFile.read(damaged);
            }, () -> "copy " + copy);
        }
    }

    /** Flips bits, most of them in few places as a bad copy does, overwrites pieces, cuts the end off. */
    private static byte[] damage(byte[] good, Random random) {
        byte[] copy = random.nextInt(4) == 0 ? Arrays.copyOf(good, random.nextInt(good.length)) : good.clone();
        int flips = 1 + random.nextInt(64);
        for (int i = 0; i < flips && copy.length > 0; i++) {
            int at = random.nextInt(8) == 0 ? random.nextInt(Math.min(64, copy.length)) : random.nextInt(copy.length);
            copy[at] ^= (byte) (1 << random.nextInt(8));
        }
        if (random.nextInt(3) == 0 && copy.length > 16) {
            int from = random.nextInt(copy.length - 16);
            Arrays.fill(copy, from, from + 1 + random.nextInt(16), (byte) (random.nextBoolean() ? 0xFF : 0));
        }
        return copy;
    }
}
