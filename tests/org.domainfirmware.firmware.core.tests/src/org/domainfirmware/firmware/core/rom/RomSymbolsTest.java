package org.domainfirmware.firmware.core.rom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.domainfirmware.firmware.core.Tools;
import org.domainfirmware.firmware.core.symbols.CorruptFile;
import org.domainfirmware.firmware.core.symbols.DebugInfo;
import org.domainfirmware.firmware.core.symbols.LineRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Symbols of all kinds of files are bound to the image: each symbol "byte_XX" of the sources names a byte of that value, and the image has
 * it where the symbols say.
 */
class RomSymbolsTest {
    private static final String SOURCE = "bits 16\norg 0\nstart: mov ax, 1\nbyte_c9: db 0xc9\n times 300 db 0x90\nint13_read:\n ret\n"
            + "byte_ca: db 0xca\n.inner: jmp start\n times 0xfff0 - ($-$$) db 0xff\nbyte_ea: db 0xea\n times 0x10000 - ($-$$) db 0\n";
    private static final String AS86 = "entry start\nexport byte_ca\nNUMBER equ 0x1234\n.text\nstart: mov ax,#NUMBER\nbyte_c9: .byte 0xc9\n"
            + " .blkb 300\nint13_read: ret\nbyte_ca: .byte 0xca\n";

    @TempDir
    Path folder;

    /** The first byte of the image that each of the symbols names. */
    private static void namesBytes(RomSymbols symbols, byte[] image, long base, String... names) {
        for (String name : names) {
            long address = symbols.info().symbol(name).orElseThrow(() -> new AssertionError(name)).value();
            assertEquals(base, symbols.base(), name);
            assertTrue(address >= base && address - base < image.length, () -> name + " at " + Long.toHexString(address));
            assertEquals(Integer.parseInt(name.substring(name.length() - 2), 16), image[(int) (address - base)] & 0xFF, name);
            assertEquals(name, symbols.info().codeSymbolAt(address).orElseThrow().name());
        }
    }

    private Path systemRom() throws IOException {
        Tools tools = new Tools(folder);
        tools.write("bios.asm", SOURCE);
        tools.good("nasm", "-f", "bin", "-l", "bios.lst", "-o", "bios.rom", "bios.asm");
        return folder.resolve("bios.rom");
    }

    @Test
    void nasmListingOfASystemRom() throws Exception {
        Path rom = systemRom();
        assertEquals(folder.resolve("bios.lst"), RomSymbols.fileBeside(rom).orElseThrow());
        RomSymbols symbols = RomSymbols.read(rom, folder.resolve("bios.lst"));
        namesBytes(symbols, Files.readAllBytes(rom), 0xF0000, "byte_c9", "byte_ca", "byte_ea");
        LineRange line = symbols.info().lineRangeAt(0xFFFF0).orElseThrow();
        assertEquals(11, line.line().line());
        assertEquals(folder.resolve("bios.asm").toString(), line.line().file());
        assertEquals(List.of(0xF0003L), symbols.info().codeOf("bios.asm", 4).stream().map(r -> r.range().start()).toList());
        assertEquals("int13_read", symbols.info().codeSymbolAt(symbols.info().symbol("int13_read").orElseThrow().value()).orElseThrow().name());
        assertTrue(symbols.info().symbol(".inner").isEmpty());
    }

    @Test
    void nasmListingSaysNothingOfLaterSections() throws Exception {
        Tools tools = new Tools(folder);
        tools.write("o.asm", "org 0\n db 0x55, 0xaa, 1\nbyte_c9: db 0xc9\nsection .data\nlater: db 1\n");
        tools.good("nasm", "-f", "bin", "-l", "o.lst", "-o", "o.rom", "o.asm");
        RomSymbols symbols = RomSymbols.read(folder.resolve("o.rom"), folder.resolve("o.lst"));
        namesBytes(symbols, Files.readAllBytes(folder.resolve("o.rom")), 0xC0000, "byte_c9");
        assertTrue(symbols.info().symbol("later").isEmpty());
    }

    @Test
    void as86ListingAndSymbolFile() throws Exception {
        Tools tools = new Tools(folder);
        tools.write("v.s", AS86);
        tools.good("as86", "-0", "-b", "v.bin", "-s", "v.sym", "-l", "v.lst", "v.s");
        byte[] image = Arrays.copyOf(Files.readAllBytes(folder.resolve("v.bin")), 0x10000);
        Files.write(folder.resolve("v.rom"), image);
        for (String file : List.of("v.lst", "v.sym")) {
            namesBytes(RomSymbols.read(folder.resolve("v.rom"), folder.resolve(file)), image, 0xF0000, "byte_c9", "byte_ca");
        }
        DebugInfo listing = RomSymbols.read(folder.resolve("v.rom"), folder.resolve("v.lst")).info();
        long at = listing.symbol("byte_ca").orElseThrow().value();
        assertEquals(9, listing.lineAt(at).orElseThrow().line());
    }

    @Test
    void ld86Map() throws Exception {
        Tools tools = new Tools(folder);
        tools.write("v.s", AS86);
        tools.good("as86", "-0", "-o", "v.o", "v.s");
        List<String> map = tools.good("ld86", "-d", "-M", "-o", "v.bin", "v.o");
        tools.write("v.map", String.join("\n", map));
        byte[] image = Arrays.copyOf(Files.readAllBytes(folder.resolve("v.bin")), 0x10000);
        Files.write(folder.resolve("v.rom"), image);
        RomSymbols symbols = RomSymbols.read(folder.resolve("v.rom"), folder.resolve("v.map"));
        namesBytes(symbols, image, 0xF0000, "byte_c9", "byte_ca");
        assertTrue(symbols.info().symbol("NUMBER").isEmpty());
    }

    @Test
    void ldMapAndElfFileAgree() throws Exception {
        Tools tools = new Tools(folder);
        tools.write("b.s", ".code16\n.globl start, byte_c9\nstart: movw $1, %ax\nbyte_c9: .byte 0xc9\n.fill 0xfffc, 1, 0\n");
        tools.good("as", "--32", "-o", "b.o", "b.s");
        tools.good("ld", "-m", "elf_i386", "-Ttext=0xf0000", "-e", "start", "-Map=b.map", "-o", "b.elf", "b.o");
        tools.good("objcopy", "-O", "binary", "-j", ".text", "b.elf", "b.rom");
        Path rom = folder.resolve("b.rom");
        byte[] image = Files.readAllBytes(rom);
        assertEquals(0x10000, image.length);
        assertEquals(folder.resolve("b.elf"), RomSymbols.fileBeside(rom).orElseThrow());
        for (String file : List.of("b.elf", "b.map")) {
            namesBytes(RomSymbols.read(rom, folder.resolve(file)), image, 0xF0000, "byte_c9");
        }
    }

    @Test
    void plainSymbolsCountedInTheSegmentOfASmallRom() throws Exception {
        byte[] image = new byte[0x2000];
        image[0x1FF0] = (byte) 0xEA;
        Files.write(folder.resolve("s.rom"), image);
        Files.writeString(folder.resolve("s.sym"), "E05B post\nFFF0 byte_ea\n0040 bios_data\nF000:F000 far\n");
        RomSymbols symbols = RomSymbols.read(folder.resolve("s.rom"), folder.resolve("s.sym"));
        assertEquals(0xFF000, symbols.info().symbol("far").orElseThrow().value());
        Files.writeString(folder.resolve("s.sym"), "E05B post\nFFF0 byte_ea\n0040 bios_data\n");
        namesBytes(RomSymbols.read(folder.resolve("s.rom"), folder.resolve("s.sym")), image, 0xFE000, "byte_ea");
    }

    @Test
    void layoutOfAnImageHasTheNamesOfItsListing() throws Exception {
        Path rom = systemRom();
        byte[] image = Files.readAllBytes(rom);
        RomLayout layout = RomLayout.bound(image, RomSymbols.read(rom, folder.resolve("bios.lst")));
        RomPiece piece = layout.pieces().stream().filter(p -> p.name().equals("byte_ca")).findFirst().orElseThrow();
        assertArrayEquals(new byte[] { (byte) 0xCA }, Arrays.copyOfRange(image, piece.offset(), piece.offset() + 1));
    }

    /** A thousand damaged listings: each is read or refused, and what is read stays in the image or is no code. */
    @Test
    void damagedListings() throws Exception {
        Path rom = systemRom();
        byte[] good = Files.readAllBytes(folder.resolve("bios.lst"));
        Path damaged = folder.resolve("damaged.lst");
        for (int seed = 0; seed < 1000; seed++) {
            Random random = new Random(seed);
            byte[] copy = random.nextInt(4) == 0 ? Arrays.copyOf(good, random.nextInt(good.length)) : good.clone();
            for (int i = random.nextInt(64); i > 0 && copy.length > 0; i--) {
                copy[random.nextInt(copy.length)] ^= (byte) (1 << random.nextInt(8));
            }
            Files.write(damaged, copy);
            try {
                DebugInfo info = RomSymbols.read(rom, damaged).info();
                info.symbols().stream().filter(s -> info.codeSymbolAt(s.value()).isPresent())
                        .forEach(s -> assertTrue(s.value() >= 0xF0000 && s.value() < 0x100000, s::toString));
            } catch (CorruptFile e) {
                assertTrue(e.getMessage().contains("neither an ELF file nor"), e.getMessage());
            }
        }
    }

    @Test
    void listingOfManyLabelsDoesNotTakeForEver() throws Exception {
        Path rom = systemRom();
        StringBuilder listing = new StringBuilder();
        for (int i = 1; i <= 200_000; i++) {
            listing.append(String.format("%6d                                  label_%d:%n", i, i));
        }
        listing.append("200001 00000000 90                      nop\n");
        Files.writeString(folder.resolve("bios.lst"), listing);
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> assertEquals(0xF0000,
                RomSymbols.read(rom, folder.resolve("bios.lst")).info().symbol("label_1").orElseThrow().value()));
    }

    /** A label of code reaches to the next one. */
    @Test
    void labelsHaveSizes() throws Exception {
        Path rom = systemRom();
        DebugInfo info = RomSymbols.read(rom, folder.resolve("bios.lst")).info();
        assertEquals(3, info.sizeOf(info.symbol("start").orElseThrow()), "mov ax, imm16");
        assertEquals(1, info.sizeOf(info.symbol("int13_read").orElseThrow()), "ret");
        assertEquals(16, info.sizeOf(info.symbol("byte_ea").orElseThrow()), "the last 16 bytes of the image");
    }

    @Test
    void whatIsNoSymbolFileIsRefused() throws Exception {
        Path rom = systemRom();
        Files.writeString(folder.resolve("x.txt"), "An ordinary text, with nothing in it that a tool would print.\n");
        CorruptFile e = assertThrows(CorruptFile.class, () -> RomSymbols.read(rom, folder.resolve("x.txt")));
        assertTrue(e.getMessage().contains("neither an ELF file nor"), e.getMessage());
    }
}
