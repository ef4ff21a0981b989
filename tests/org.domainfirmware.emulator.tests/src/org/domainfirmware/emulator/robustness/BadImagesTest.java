package org.domainfirmware.emulator.robustness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.domainfirmware.emulator.cli.CapturedBoot;
import org.domainfirmware.emulator.machine.TestRom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Images that are no images: one line on stderr that names the file, exit status 2, no stack trace. */
@Isolated("replaces System.err")
class BadImagesTest {
    @TempDir
    private Path folder;
    private Path rom;

    @BeforeEach
    void goodRom() throws IOException {
        // jmp $: would run for ever, were the bad image accepted and no limit given
        rom = Files.write(folder.resolve("good.rom"), TestRom.of(0xEB, 0xFE));
    }

    private Path sized(String name, long bytes) throws IOException {
        Path file = folder.resolve(name);
        try (RandomAccessFile f = new RandomAccessFile(file.toFile(), "rw")) {
            f.setLength(bytes);
        }
        return file;
    }

    private CapturedBoot boot(List<String> options) {
        List<String> all = new ArrayList<>(List.of("--serial", "none", "--limit-instructions", "1000"));
        if (!options.contains("--vgabios")) {
            all.addAll(List.of("--vgabios", "none"));
        }
        if (!options.contains("--rombios")) {
            all.addAll(List.of("--rombios", rom.toString()));
        }
        all.addAll(options);
        return CapturedBoot.of(all);
    }

    /** Sizes in bytes; the huge ones are sparse files. */
    @ParameterizedTest
    @CsvSource({
        "--fda, 0", "--fda, 1", "--fda, 511", "--fda, 1474559", "--fda, 1474561", "--fda, 4000000", "--fda, 1099511627776",
        "--fdb, 0", "--fdb, 737279", "--hda, 0", "--hda, 1", "--hda, 10485761", "--hdb, 0", "--hdb, 513",
        "--cdrom, 0", "--cdrom, 1", "--cdrom, 2047", "--cdrom, 4097", "--cdrom, 235200",
        "--rombios, 0", "--rombios, 1", "--rombios, 65535", "--rombios, 65537", "--rombios, 327680", "--rombios, 1099511627776",
        "--vgabios, 0", "--vgabios, 65537", "--vgabios, 1099511627776",
        "--option-rom, 0", "--option-rom, 1", "--option-rom, 1000", "--option-rom, 1099511627776",
        "--kernel, 0", "--kernel, 1", "--kernel, 100", "--kernel, 70000", "--kernel, 1099511627776"})
    void oneLineNamesTheFile(String option, long size) throws IOException {
        Path bad = sized("bad" + size + ".img", size);
        CapturedBoot run = boot(List.of(option, bad.toString()));
        assertRefused(run, bad);
    }

    @ParameterizedTest
    @CsvSource({"--fda", "--fdb", "--hda", "--hdb", "--cdrom", "--rombios", "--vgabios", "--option-rom", "--kernel"})
    void missingFilesAndFoldersAreNamed(String option) {
        Path missing = folder.resolve("not-there.img");
        assertRefused(boot(List.of(option, missing.toString())), missing);
        assertRefused(boot(List.of(option, folder.toString())), folder);
    }

    /** Every prefix length of interest of an ELF, a Multiboot and a bzImage header with nothing sensible behind. */
    @ParameterizedTest
    @CsvSource({"7f454c46010101, 64", "7f454c46010101, 4", "02b0ad1b00000100fe4f51e3, 4096", "02b0ad1b00000000fe4f52e4, 12"})
    void truncatedKernelsAreNamed(String magic, int size) throws IOException {
        byte[] bytes = new byte[size];
        byte[] start = java.util.HexFormat.of().parseHex(magic);
        System.arraycopy(start, 0, bytes, 0, Math.min(size, start.length));
        Path bad = Files.write(folder.resolve("bad.kernel"), bytes);
        assertRefused(boot(List.of("--kernel", bad.toString())), bad);
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "600", "70000"})
    void truncatedLinuxKernelsAreNamed(int size) throws IOException {
        byte[] bytes = new byte[size];
        if (size > 0x210) {
            // setup_sects, boot flag, "HdrS", protocol 2.10 (Documentation/arch/x86/boot.rst of Linux)
            bytes[0x1F1] = (byte) 0xFF;
            bytes[0x1FE] = 0x55;
            bytes[0x1FF] = (byte) 0xAA;
            System.arraycopy("HdrS".getBytes(java.nio.charset.StandardCharsets.US_ASCII), 0, bytes, 0x202, 4);
            bytes[0x206] = 0x0A;
            bytes[0x207] = 0x02;
        }
        Path bad = Files.write(folder.resolve("bzImage"), bytes);
        assertRefused(boot(List.of("--kernel", bad.toString())), bad);
    }

    /** By its name, another way to it and a link. */
    @Test
    void oneFileInTwoDrivesIsRefusedWhenItIsWritten() throws IOException {
        Path image = sized("shared.img", 1474560);
        Path link = Files.createSymbolicLink(folder.resolve("link.img"), image);
        for (Path second : List.of(image, folder.resolve(".").resolve("shared.img"), link)) {
            List<String> both = List.of("--fda", image.toString(), "--fdb", second.toString());
            List<String> written = new ArrayList<>(both);
            written.add("--write");
            assertRefused(boot(written), second);
            assertEquals(1, boot(both).status(), "the instruction limit, not a refusal");
        }
    }

    private static void assertRefused(CapturedBoot run, Path file) {
        assertEquals(2, run.status(), run::err);
        assertEquals(1, run.errLines().size(), run::err);
        assertTrue(run.err().startsWith("dfw: "), run::err);
        assertTrue(run.err().contains(file.toString()), run::err);
        assertTrue(!run.err().contains("Exception") && !run.err().contains("\tat "), run::err);
        assertEquals("", run.out());
    }
}
