package org.domainfirmware.emulator.cli.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.domainfirmware.emulator.cli.conformance.MooTest.Registers;
import org.domainfirmware.emulator.cpu.state.CpuModel;
import org.domainfirmware.emulator.cpu.state.Reg;
import org.domainfirmware.emulator.vmx.MonitorBench;
import org.junit.jupiter.api.Test;

/**
 * Captured real-mode instructions under the monitor, natively in virtual-8086 mode and emulated one by one:
 * the same registers and memory as in full real mode.
 */
class AssistedCorpusTest {
    private static final int MONITOR_FROM = 0xD0000;
    private static final int MONITOR_TO = 0xE0000;
    private static final int FLAGS = 0x0FD5;
    private static final int MOST_INSTRUCTIONS = 100_000_000;
    private static final int MOST_EXPLAINED = 40;
    private static final int[] GENERAL = {Reg.EAX, Reg.EBX, Reg.ECX, Reg.EDX};
    private static final int[] POINTERS = {Reg.ESP, Reg.EBP, Reg.ESI, Reg.EDI};
    private static final int[] SEGMENTS = {MonitorBench.CS, MonitorBench.SS, MonitorBench.DS, MonitorBench.ES};

    private static final String WALK = "walk: full real mode is not the captured 80286 here (LOCK, say); what runs then no test is about";
    private static final int MOST_WALKS = 60;

    private final TestBench full = new TestBench(CpuModel.PPRO);
    private final Map<String, Integer> named = new TreeMap<>();
    private final List<String> failures = new ArrayList<>();
    private int same;
    private int failed;
    private int tests;

    @Test
    void nativelyTheSame() throws IOException {
        runAll(false);
    }

    @Test
    void emulatedTheSame() throws IOException {
        runAll(true);
    }

    private void runAll(boolean emulated) throws IOException {
        String told = System.getenv("DFW_CORPUS");
        Path corpus = Path.of(told != null ? told : "../shared/corpus").resolve("80286-real-mode");
        assumeTrue(Files.isDirectory(corpus), "skipped, because there is no corpus at " + corpus
                + ": set DFW_CORPUS to the directory that holds 80286-real-mode");
        MonitorBench bench = new MonitorBench();
        FlagMasks masks = FlagMasks.read(corpus);
        List<Path> files;
        try (Stream<Path> all = Files.list(corpus)) {
            files = all.filter(f -> f.toString().endsWith(".MOO.gz")).sorted().toList();
        }
        for (Path file : files) {
            String form = file.getFileName().toString().replace(".MOO.gz", "");
            int mask = masks.mask(form);
            for (MooTest test : MooFile.read(file)) {
                compare(form, bench, test, mask, emulated);
            }
        }
        assertEquals(0, failed, () -> failed + " of " + tests + " differ\n" + String.join("\n", failures));
        assertTrue(named.getOrDefault(WALK, 0) <= MOST_WALKS, named::toString);
        assertTrue(tests > 10_000, "the corpus has " + tests + " tests");
        assertEquals(tests, same + named.values().stream().mapToInt(Integer::intValue).sum());
        System.out.println((emulated ? "emulated: " : "native: ") + same + " of " + tests + " the same, " + named);
    }

    private void compare(String file, MonitorBench bench, MooTest test, int mask, boolean emulated) {
        tests++;
        if (touchesMonitor(test)) {
            named.merge("monitor-memory: the test lies in D0000-DFFFF, where the monitor is", 1, Integer::sum);
            return;
        }
        boolean fullHalts = full.run(test);
        if (!fullHalts) {
            full.clear(test);
            named.merge("no-end: the captured 80286 ends here, full real mode does not", 1, Integer::sum);
            return;
        }
        boolean captured = Judgement.differences(full, test, mask).isEmpty();
        int[] expected = registers();
        int[] expectedRam = ram(test, true, bench);
        full.clear(test);
        bench.rest();
        load(bench, test);
        if (emulated) {
            bench.emulateAll();
        }
        boolean halts = bench.go(MOST_INSTRUCTIONS / 20);
        judge(file, test, captured, halts, expected, expectedRam, bench);
        for (int[] ram : List.of(test.ramBefore(), test.ramAfter())) {
            for (int i = 0; i < ram.length; i += 2) {
                bench.cpu().memory.write(ram[i], 1, 0);
            }
        }
    }

    private static boolean touchesMonitor(MooTest test) {
        for (int[] ram : List.of(test.ramBefore(), test.ramAfter())) {
            for (int i = 0; i < ram.length; i += 2) {
                if (ram[i] >= MONITOR_FROM && ram[i] < MONITOR_TO) {
                    return true;
                }
            }
        }
        return false;
    }

    private int[] registers() {
        int[] values = new int[Registers.values().length];
        for (Registers r : Registers.values()) {
            values[r.ordinal()] = full.register(r);
        }
        values[Registers.FLAGS.ordinal()] &= FLAGS;
        return values;
    }

    private int[] ram(MooTest test, boolean ofFull, MonitorBench bench) {
        int[] after = test.ramAfter();
        int[] values = new int[after.length / 2];
        for (int i = 0; i < values.length; i++) {
            values[i] = ofFull ? full.memory(after[2 * i]) : bench.cpu().memory.peek(after[2 * i], 1);
        }
        return values;
    }

    private static void load(MonitorBench bench, MooTest test) {
        for (int i = 0; i < test.ramBefore().length; i += 2) {
            bench.cpu().memory.write(test.ramBefore()[i], 1, test.ramBefore()[i + 1]);
        }
        for (int i = 0; i < 4; i++) {
            bench.register(GENERAL[i], test.before()[i]);
            bench.segment(SEGMENTS[i], test.before()[Registers.CS.ordinal() + i]);
            bench.register(POINTERS[i], test.before()[Registers.SP.ordinal() + i]);
        }
        bench.eip(test.before()[Registers.IP.ordinal()]);
        bench.flags(test.before()[Registers.FLAGS.ordinal()] & FLAGS | 2);
    }

    private static int[] registers(MonitorBench bench) {
        int[] values = new int[Registers.values().length];
        for (int i = 0; i < 4; i++) {
            values[i] = bench.register(GENERAL[i]) & 0xFFFF;
            values[Registers.CS.ordinal() + i] = bench.segment(SEGMENTS[i]);
            values[Registers.SP.ordinal() + i] = bench.register(POINTERS[i]) & 0xFFFF;
        }
        values[Registers.IP.ordinal()] = bench.eip() & 0xFFFF;
        values[Registers.FLAGS.ordinal()] = bench.flags() & FLAGS;
        return values;
    }

    private void judge(String file, MooTest test, boolean captured, boolean halts, int[] expected, int[] expectedRam,
            MonitorBench bench) {
        List<String> found = new ArrayList<>();
        if (!halts) {
            found.add("does not come to HLT, as full does");
        }
        int[] got = registers(bench);
        for (Registers r : Registers.values()) {
            if (got[r.ordinal()] != expected[r.ordinal()]) {
                found.add(String.format("%s %04X, full %04X", r, got[r.ordinal()], expected[r.ordinal()]));
            }
        }
        int[] gotRam = ram(test, false, bench);
        boolean privilege = false;
        for (int i = 0; i < gotRam.length; i++) {
            int different = gotRam[i] ^ expectedRam[i];
            if (different == 0x30) {
                privilege = true;
            } else if (different != 0) {
                found.add(String.format("[%06X] %02X, full %02X", test.ramAfter()[2 * i], gotRam[i], expectedRam[i]));
            }
        }
        if (found.isEmpty() && privilege) {
            named.merge("iopl: FLAGS on the stack show I/O privilege level 3, which virtual-8086 mode runs with", 1,
                    Integer::sum);
        } else if (found.isEmpty()) {
            same++;
        } else if (!captured) {
            named.merge(WALK, 1, Integer::sum);
        } else {
            failed++;
            if (failures.size() < MOST_EXPLAINED) {
                failures.add(file + " " + test.index() + " " + test.name() + " exception " + test.exception() + ": " + found);
            }
        }
    }
}
