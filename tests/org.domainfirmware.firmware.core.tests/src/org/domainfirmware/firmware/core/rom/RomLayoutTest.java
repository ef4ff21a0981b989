package org.domainfirmware.firmware.core.rom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.domainfirmware.firmware.core.Tools;
import org.domainfirmware.firmware.core.symbols.DebugInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is where in our ROMs, against nm; headers, checksums and packing by their rules. */
class RomLayoutTest {
    private final Path built = Path.of(System.getProperty("org.domainfirmware.firmware", "build/firmware")).toAbsolutePath();

    private RomLayout layout(String name) throws Exception {
        assertTrue(Files.exists(built.resolve(name + ".rom")), () -> name + ".rom is missing: run ./dfw firmware first");
        return RomLayout.of(Files.readAllBytes(built.resolve(name + ".rom")), DebugInfo.read(built.resolve(name + ".elf")));
    }

    /** Every function nm gives a size is a piece of that size at that address; the pieces cover the image. */
    private void agreesWithNm(String name, int atLeast) throws Exception {
        RomLayout layout = layout(name);
        int at = 0;
        for (RomPiece piece : layout.pieces()) {
            assertEquals(at, piece.offset());
            assertTrue(piece.size() > 0);
            at = piece.end();
        }
        assertEquals(layout.size(), at);
        int compared = 0;
        for (String line : new Tools(built).good("nm", "-S", name + ".elf")) {
            String[] parts = line.split(" ");
            if (parts.length == 4 && parts[2].equalsIgnoreCase("t")) {
                int offset = (int) (Long.parseLong(parts[0], 16) - layout.base());
                int size = Integer.parseInt(parts[1], 16);
                assertTrue(layout.pieces().stream().anyMatch(p -> p.offset() == offset && p.size() == size), () -> line + " is not in " + name);
                compared++;
            }
        }
        assertTrue(compared >= atLeast, compared + " functions compared");
    }

    @Test
    void rombios() throws Exception {
        agreesWithNm("rombios", 100);
        RomLayout layout = layout("rombios");
        assertEquals(List.of(), layout.warnings());
        assertEquals(0xF0000, layout.base());
        assertTrue(layout.free() > 1000 && layout.free() < 60000, () -> layout.free() + " free");
    }

    @Test
    void vgabios() throws Exception {
        agreesWithNm("vgabios", 50);
        assertEquals(List.of(), layout("vgabios").warnings());
        assertEquals(0xC0000, layout("vgabios").base());
    }

    @Test
    void optionRomTemplate() throws Exception {
        agreesWithNm("optionrom", 3);
        RomLayout layout = layout("optionrom");
        assertEquals(List.of(), layout.warnings());
        assertEquals(0xC8000, layout.base());
        assertEquals(List.of("option ROM header", "PCI data structure", "Plug and Play header"), layout.pieces().stream()
                .filter(p -> p.kind() == RomPiece.Kind.HEADER).map(RomPiece::name).toList());
    }

    @Test
    void hypervisorRomHeader() {
        byte[] rom = new byte[512];
        rom[0] = 0x55;
        rom[1] = (byte) 0xAA;
        System.arraycopy("cVmi".getBytes(StandardCharsets.US_ASCII), 0, rom, 8, 4);
        rom[12] = 7;
        rom[13] = 3;
        RomLayout layout = RomLayout.of(new RomPacking(512, 0, true, true).apply(rom), null);
        assertEquals(new RomPiece(RomPiece.Kind.HEADER, "VMI hypervisor ROM header, interface 3.7, no symbols", 0, 128), layout.pieces().get(0));
        assertEquals(List.of(), layout.warnings());
        rom[8] = 0;
        assertTrue(VmiHeader.of(rom).isEmpty());
    }

    /** Assembled and linked by the real tools: INT 16h is one byte late, INT 14h in its place, INT 15h's place jumps to it. */
    @Test
    void misplacedEntryPointIsNamed(@TempDir Path folder) throws Exception {
        Tools tools = new Tools(folder);
        tools.write("bios.s", """
                .code16
                .org 0xE739
                .globl entry_14, entry_15, entry_16
                entry_14: iretw
                .org 0xE82F
                entry_16: iretw
                entry_15: iretw
                .org 0xF859
                jmp entry_15
                .org 0xFFF0
                jmp entry_14
                .org 0x10000
                """);
        tools.good("as", "--32", "-o", "bios.o", "bios.s");
        tools.good("ld", "-m", "elf_i386", "-Ttext=0xF0000", "-e", "0xFFFF0", "-o", "bios.elf", "bios.o");
        tools.good("objcopy", "-O", "binary", "-j", ".text", "bios.elf", "bios.rom");
        RomLayout layout = RomLayout.of(Files.readAllBytes(folder.resolve("bios.rom")), DebugInfo.read(folder.resolve("bios.elf")));
        assertEquals(List.of("entry_16 is at F000:E82F: programs expect it at F000:E82E"), layout.warnings());
    }

    @Test
    void damagedImagesAreWarnedOf() throws IOException {
        byte[] vga = Files.readAllBytes(built.resolve("vgabios.rom"));
        vga[100]++;
        assertTrue(RomLayout.of(vga, null).warnings().get(0).startsWith("The bytes add up to 01h"));
        byte[] bios = Files.readAllBytes(built.resolve("rombios.rom"));
        bios[0xFFF0] = 0;
        assertEquals(List.of("There is no jump at the reset vector FFFF:0000 but 00h"), RomLayout.of(bios, null).warnings());
        assertFalse(RomLayout.of(new byte[1000], null).warnings().isEmpty());
        assertFalse(RomLayout.of(new byte[0], null).warnings().isEmpty());
    }

    @Test
    void packedOptionRomIsRight() {
        byte[] code = new byte[700];
        code[0] = 0x55;
        code[1] = (byte) 0xAA;
        code[3] = (byte) 0xCB;
        code[100] = 77;
        assertFalse(OptionRomHeader.check(code).isEmpty());
        byte[] packed = new RomPacking(2048, 0xFF, true, true).apply(code);
        assertEquals(2048, packed.length);
        assertEquals(4, packed[2]);
        assertEquals((byte) 0xFF, packed[2047]);
        assertEquals(List.of(), OptionRomHeader.check(packed));
        assertThrows(IllegalArgumentException.class, () -> new RomPacking(512, 0, true, true).apply(Arrays.copyOf(code, 140_000)));
        assertThrows(IllegalArgumentException.class, () -> new RomPacking(0, 0, true, true));
    }

    @Test
    void packingOurVgaBiosChangesNothing() throws IOException {
        byte[] vga = Files.readAllBytes(built.resolve("vgabios.rom"));
        assertEquals(List.of(), OptionRomHeader.check(new RomPacking(512, 0, true, true).apply(vga)));
        assertEquals(vga.length, new RomPacking(512, 0, true, false).apply(vga).length);
    }

    @Test
    void checksumIsSaid() {
        byte[] option = new byte[512];
        option[0] = 0x55;
        option[1] = (byte) 0xAA;
        option[2] = 1;
        assertEquals("checksum good", RomLayout.checksum(new RomPacking(512, 0, true, true).apply(option)));
        assertEquals("checksum good", RomLayout.checksum(option), "55h + AAh + 01h = 100h");
        option[100] = 7;
        assertEquals("checksum wrong by 07h", RomLayout.checksum(option));
        assertEquals("bytes add up to 05h", RomLayout.checksum(new byte[] { 2, 3 }));
    }
}
