package org.domainfirmware.emulator.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.domainfirmware.emulator.machine.TestRom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** Every option of {@code dfw boot} refuses a bad value in one clear line, with exit status 2. */
@Isolated("replaces System.err")
class BootOptionsTest {
    /** Options without a value: nothing can be wrong with them. */
    private static final List<String> SWITCHES = List.of("--write", "--screen-text", "--e820", "--state", "--help", "--version");
    /** Options whose text is free. */
    private static final List<String> FREE_TEXT = List.of("--append");

    @TempDir
    private Path folder;
    private Path rom;

    /** An option, a bad value, and what the message must name. */
    record Bad(String option, String value) {
        static Bad of(String option, String value) {
            return new Bad(option, value);
        }
    }

    static Stream<Bad> bad() {
        return Stream.of(
                Bad.of("--rombios", "missing.rom"), Bad.of("--vgabios", "missing.rom"), Bad.of("--option-rom", "missing.rom"),
                Bad.of("--option-rom", "good.rom@"), Bad.of("--option-rom", "good.rom@zz"), Bad.of("--option-rom", "good.rom@C8001"),
                Bad.of("--option-rom", "good.rom@1000000"), Bad.of("--option-rom", "good.rom@400"),
                Bad.of("--option-rom", "@C8000"), Bad.of("--option-rom", ""),
                Bad.of("--kernel", "missing.elf"), Bad.of("--initrd", "missing.gz"),
                Bad.of("--memory", "0"), Bad.of("--memory", "-1"), Bad.of("--memory", "2048"), Bad.of("--memory", "64M"),
                Bad.of("--memory", ""), Bad.of("--memory", "99999999999"),
                Bad.of("--cpu", "286"), Bad.of("--cpu", ""), Bad.of("--real-mode", "half"),
                Bad.of("--real-mode", "assist"),
                Bad.of("--fda", "missing.img"), Bad.of("--fdb", "missing.img"), Bad.of("--hda", "missing.img"),
                Bad.of("--hdb", "missing.img"), Bad.of("--cdrom", "missing.iso"), Bad.of("--fda", ""),
                Bad.of("--boot", "x"), Bad.of("--boot", "a,x"), Bad.of("--boot", ""),
                Bad.of("--serial", "tcp:1"), Bad.of("--serial", "file:"), Bad.of("--serial", "file:no/such/folder/f"),
                Bad.of("--serial", ""), Bad.of("--serial2", "pty"), Bad.of("--debugcon", "file:no/such/folder/f"),
                Bad.of("--debugcon", "x"),
                Bad.of("--type", "keys"), Bad.of("--type", "after:boot"), Bad.of("--type", "after:(=x"), Bad.of("--type", ""),
                Bad.of("--type", "after:x=<NoSuchKey>"),
                Bad.of("--until-screen", "("), Bad.of("--until-serial", "["), Bad.of("--until-debugcon", "*"),
                Bad.of("--until-post", "xyz"), Bad.of("--until-post", "100"), Bad.of("--until-post", "-1"), Bad.of("--until-post", ""),
                Bad.of("--limit", "soon"), Bad.of("--limit", "-1"), Bad.of("--limit", "NaN"), Bad.of("--limit", ""),
                Bad.of("--limit-instructions", "1e6"), Bad.of("--limit-instructions", "-5"),
                Bad.of("--limit-instructions", "99999999999999999999"),
                Bad.of("--timeout", "x"), Bad.of("--timeout", "-1"), Bad.of("--timeout", "NaN"),
                Bad.of("--screenshot", "no/such/folder/f.png"), Bad.of("--report", "no/such/folder/f.json"),
                Bad.of("--debug-exit", "x"), Bad.of("--debug-exit", "70000"), Bad.of("--debug-exit", "-1"),
                Bad.of("--debug-exit", "0x"), Bad.of("--debug-exit", "h"),
                Bad.of("--trace-assist", "trace.txt"),
                Bad.of("--rtc", "yesterday"), Bad.of("--rtc", "2000-13-01T00:00:00"), Bad.of("--rtc", "2000-01-01"));
    }

    @BeforeEach
    void goodRom() throws IOException {
        rom = Files.write(folder.resolve("good.rom"), TestRom.of(0xEB, 0xFE));
    }

    private CapturedBoot boot(String... options) {
        List<String> all = new ArrayList<>();
        List<String> given = List.of(options);
        addUnless(given, all, "--serial", "none");
        addUnless(given, all, "--rombios", rom.toString());
        addUnless(given, all, "--vgabios", "none");
        addUnless(given, all, "--limit-instructions", "1000");
        all.addAll(given);
        return CapturedBoot.of(all);
    }

    private static void addUnless(List<String> given, List<String> all, String option, String value) {
        if (given.stream().noneMatch(o -> o.equals(option) || o.startsWith(option + "="))) {
            all.add(option);
            all.add(value);
        }
    }

    @ParameterizedTest
    @MethodSource("bad")
    void refusesInOneLine(Bad bad) {
        String value = bad.value().replace("good.rom", rom.toString());
        CapturedBoot run = boot(bad.option() + "=" + value);
        assertEquals(2, run.status(), run::err);
        assertEquals(1, run.errLines().size(), run::err);
        String line = run.err();
        assertTrue(line.startsWith("dfw: "), line);
        boolean names = line.contains(bad.option()) || !value.isEmpty() && line.contains(value)
                || bad.option().equals("--memory") && line.contains("memory must be") || line.contains("option ROM cannot be at");
        assertTrue(names, "names neither option nor value: " + line);
        assertTrue(!line.contains("Exception") && !line.contains("java."), line);
    }

    @Test
    void everyOptionIsTried() {
        List<String> tried = bad().map(Bad::option).toList();
        List<String> untried = new ArrayList<>();
        for (var option : new CommandLine(new BootCommand()).getCommandSpec().options()) {
            String name = option.longestName();
            if (!tried.contains(name) && !SWITCHES.contains(name) && !FREE_TEXT.contains(name)) {
                untried.add(name);
            }
        }
        assertEquals(List.of(), untried);
    }

    @Test
    void anUnknownOptionAndASurplusWordAreRefused() {
        for (String word : List.of("--no-such-option", "surplus", "-x")) {
            CapturedBoot run = boot(word);
            assertEquals(2, run.status());
            assertEquals(1, run.errLines().size(), run::err);
            assertTrue(run.err().contains(word), run::err);
        }
    }

    @Test
    void aMissingValueIsNamed() {
        CapturedBoot run = boot("--memory");
        assertEquals(2, run.status());
        assertEquals(1, run.errLines().size(), run::err);
        assertTrue(run.err().contains("--memory"), run::err);
    }

    @Test
    void appendWithoutKernelIsRefused() {
        CapturedBoot run = boot("--append", "console=ttyS0");
        assertEquals(2, run.status());
        assertTrue(run.err().contains("--kernel"), run::err);
    }
}
