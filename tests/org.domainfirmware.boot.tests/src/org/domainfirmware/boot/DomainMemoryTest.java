package org.domainfirmware.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A domain's memory, told by the domain builder's hand-off, is what the same machine tells in full real mode. Each run has
 * a Java virtual machine of its own, with memory for the guest's.
 */
class DomainMemoryTest {
    private static final int RESULTS = 0x400;
    private static final int USABLE = 1;
    private static final long MIB = 1 << 20;
    private static final int JAVA_MIB = 300;

    @TempDir
    private Path folder;

    /** An entry of the memory map. */
    private record Range(long base, long size, int type) {
        boolean covers(long address) {
            return address >= base && address < base + size;
        }
    }

    /** What the boot sector learnt. */
    private record Answers(int int12, int int15x88, List<Integer> int15xE801, List<Range> map) {
        List<Range> usable() {
            return map.stream().filter(r -> r.type() == USABLE).toList();
        }

        boolean isReserved(long address) {
            return map.stream().anyMatch(r -> r.covers(address) && r.type() != USABLE);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 64, 512, 2047})
    void sameInBothModes(int mib) throws Exception {
        Path image = new GuestProgram("vmx", "memory_map").floppy(folder);
        Answers full = run(image, mib, List.of());
        Answers domain = run(image, mib, List.of("--real-mode", "assist", "--kernel",
                Path.of(System.getProperty("dfw.firmware")).resolve("vmxloader.elf").toString()));
        assertEquals(full.int12(), domain.int12());
        assertEquals(full.int15x88(), domain.int15x88());
        assertEquals(full.int15xE801(), domain.int15xE801());
        assertEquals(full.usable(), domain.usable());
        assertEquals(new Range(MIB, (mib - 1) * MIB, USABLE), domain.usable().get(1));
        assertEquals(2, domain.usable().size());
        assertEquals(domain.int12() * 1024L, domain.usable().get(0).size());
        int below16 = Math.min(mib - 1, 15) * 1024;
        int above16 = Math.max(mib - 16, 0) * 16;
        assertEquals(List.of(below16, above16, below16, above16), domain.int15xE801());
        for (long address : new long[] {0xF0000, 0xFFFFF, 0xFEC00000L, 0xFEE00000L, 0x9FFFF}) {
            assertTrue(full.isReserved(address) && domain.isReserved(address), Long.toHexString(address));
        }
    }

    private Answers run(Path image, int mib, List<String> more) throws Exception {
        Path log = folder.resolve("log");
        Path firmware = Path.of(System.getProperty("dfw.firmware"));
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-Xmx" + (mib + JAVA_MIB) + "m", "-Xmn64m", "-XX:+UseSerialGC", "-cp", classPath(),
                "-Ddfw.firmware=" + firmware, "org.domainfirmware.emulator.cli.Main", "boot", "--memory", "" + mib,
                "--fda", image.toString(), "--boot", "a", "--serial", "none", "--debugcon", "file:" + log,
                "--debug-exit", "0xF4", "--limit", "20"));
        command.addAll(more);
        Process java = new ProcessBuilder(command).redirectErrorStream(true).start();
        String messages = new String(java.getInputStream().readAllBytes());
        assertTrue(java.waitFor(1, TimeUnit.MINUTES), "does not end");
        assertTrue(messages.contains("guest ended the run"), messages);
        return answers(Files.readAllBytes(log));
    }

    /** The emulator and the libraries of its command line. */
    private static String classPath() {
        return Stream.of("org.domainfirmware.emulator.cli.Main", "picocli.CommandLine", "com.google.gson.Gson").map(name -> {
            try {
                return Path.of(Class.forName(name).getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
            } catch (ClassNotFoundException | URISyntaxException e) {
                throw new IllegalStateException(e);
            }
        }).distinct().collect(Collectors.joining(File.pathSeparator));
    }

    private static Answers answers(byte[] log) {
        ByteBuffer b = ByteBuffer.wrap(Arrays.copyOfRange(log, log.length - RESULTS, log.length)).order(ByteOrder.LITTLE_ENDIAN);
        List<Integer> e801 = List.of(word(b, 0xA), word(b, 0xC), word(b, 0xE), word(b, 0x10));
        List<Range> map = new ArrayList<>();
        for (int i = 0; i < word(b, 4); i++) {
            int at = 0x20 + 20 * i;
            map.add(new Range(b.getLong(at), b.getLong(at + 8), b.getInt(at + 16)));
        }
        return new Answers(word(b, 6), word(b, 8), e801, map);
    }

    private static int word(ByteBuffer b, int at) {
        return b.getShort(at) & 0xFFFF;
    }
}
