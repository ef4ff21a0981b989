package org.domainfirmware.debug.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NavigableSet;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.domainfirmware.debug.core.guest.GuestSymbols;
import org.domainfirmware.emulator.debug.CodeSegment;
import org.domainfirmware.emulator.debug.DebugPort;
import org.domainfirmware.emulator.debug.DisassembledInstruction;
import org.domainfirmware.emulator.debug.Machines;
import org.domainfirmware.emulator.machine.MachineConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The ROMBIOS's code, read in both directions by pages as a person scrolls, has its instructions where objdump has them. */
class CodeReaderTest {
    private static final Path FIRMWARE = Path.of(System.getProperty("dfw.firmware", "build/firmware"));
    /** Address, bytes, mnemonic; the bytes of long instructions go on in lines without one. */
    private static final Pattern INSTRUCTION = Pattern.compile(" *([0-9a-f]+):\\t[0-9a-f ]+\\t.*");
    private static final int BASE = 0xF0000;
    private static final int PAGE = 40;
    private static final int THOUSANDS = 5000;

    private final Path elf = FIRMWARE.resolve("rombios.elf");
    private DebugPort port;
    private SymbolNames names;

    @BeforeEach
    void load() throws Exception {
        GuestSymbols symbols = GuestSymbols.load(List.of(elf));
        names = named(symbols);
        port = Machines.start("code", MachineConfig.of(Files.readAllBytes(FIRMWARE.resolve("rombios.rom")), new byte[0]).withMemory(1));
    }

    @AfterEach
    void end() {
        port.close();
    }

    private static SymbolNames named(GuestSymbols symbols) {
        return new SymbolNames() {
            @Override
            public String nameAt(int linear) {
                return symbols.nameAt(linear);
            }

            @Override
            public OptionalInt codeStartBefore(int linear) {
                return symbols.codeStartBefore(linear);
            }

            @Override
            public OptionalInt addressOf(String name) {
                return symbols.addressOf(name);
            }
        };
    }

    /** Where objdump has instructions between two symbols. */
    private NavigableSet<Integer> objdump(String mode, String first, String end) throws Exception {
        Process objdump = new ProcessBuilder("objdump", "-d", "-j", ".text", "-M", mode, elf.toString()).redirectErrorStream(true).start();
        String listing = new String(objdump.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, objdump.waitFor(), listing);
        TreeSet<Integer> starts = new TreeSet<>();
        listing.lines().map(INSTRUCTION::matcher).filter(Matcher::matches).forEach(m -> starts.add(Integer.parseInt(m.group(1), 16)));
        assertFalse(starts.isEmpty(), listing);
        return starts.subSet(first.isEmpty() ? starts.first() : names.addressOf(first).orElseThrow(), true,
                end.isEmpty() ? starts.last() : names.addressOf(end).orElseThrow(), true);
    }

    /** The instructions from the last known one back to the first, a page in front of a page. */
    private NavigableSet<Integer> backwards(NavigableSet<Integer> known, SymbolNames with, boolean big) {
        NavigableSet<Integer> starts = new TreeSet<>(List.of(known.last()));
        while (starts.first() > known.first()) {
            int end = starts.first();
            List<DisassembledInstruction> page = new CodeReader(port, with, new CodeSegment(BASE, big)).before(end, PAGE).join();
            assertFalse(page.isEmpty(), () -> String.format("nothing in front of %X", end));
            assertEquals(end, consecutive(page));
            page.forEach(line -> starts.add(line.linear()));
        }
        return starts.tailSet(known.first(), true);
    }

    /** Where the last instruction ends. */
    private static int consecutive(List<DisassembledInstruction> page) {
        int at = page.get(0).linear();
        for (DisassembledInstruction line : page) {
            assertEquals(at, line.linear());
            assertEquals(at - BASE, line.offset());
            at += line.bytes().length;
        }
        return at;
    }

    private NavigableSet<Integer> forwards(NavigableSet<Integer> known, boolean big) {
        NavigableSet<Integer> starts = new TreeSet<>();
        int at = known.first();
        while (at <= known.last()) {
            List<DisassembledInstruction> page = new CodeReader(port, names, new CodeSegment(BASE, big)).from(at, PAGE).join();
            page.forEach(line -> starts.add(line.linear()));
            at = consecutive(page);
        }
        return starts.headSet(known.last(), true);
    }

    private static void same(NavigableSet<Integer> known, NavigableSet<Integer> starts) {
        assertEquals("", hex(starts, known) + hex(known, starts), "instructions of ours only, of objdump only");
    }

    private static String hex(NavigableSet<Integer> these, NavigableSet<Integer> without) {
        return these.stream().filter(s -> !without.contains(s)).map(s -> " " + Integer.toHexString(s)).collect(Collectors.joining());
    }

    private void bothWays(String mode, String first, String end, int least) throws Exception {
        NavigableSet<Integer> known = objdump(mode, first, end);
        assertTrue(known.size() > least, known.size() + " instructions");
        boolean big = mode.equals("i386");
        same(known, forwards(known, big));
        same(known, backwards(known, names, big));
    }

    @Test
    void sixteenBitCode() throws Exception {
        bothWays("i8086", "", "apm_entry_32", THOUSANDS);
        bothWays("i8086", "int_common", "", PAGE);
    }

    /** The 32-bit entries of APM and BIOS32, whatever CS the guest has at the moment. */
    @Test
    void thirtyTwoBitCode() throws Exception {
        bothWays("i386", "apm_entry_32", "int_common", PAGE);
    }

    /** Nothing but the bytes: what most beginnings lead to. In front of the first instruction there are tables, no code. */
    @Test
    void withoutSymbols() throws Exception {
        NavigableSet<Integer> known = objdump("i8086", "", "apm_entry_32");
        int first = known.stream().skip(PAGE).findFirst().orElseThrow();
        same(known.tailSet(first, true), backwards(known, SymbolNames.NONE, false).tailSet(first, true));
    }
}
