package org.domainfirmware.firmware.core.symbols;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.domainfirmware.firmware.core.Tools;
import org.domainfirmware.firmware.core.symbols.text.As86Listing;
import org.domainfirmware.firmware.core.symbols.text.LinkerMap;
import org.domainfirmware.firmware.core.symbols.text.NasmListing;
import org.domainfirmware.firmware.core.symbols.text.SymbolFile;
import org.domainfirmware.firmware.core.symbols.text.TextSymbols;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Listings and maps of the installed tools, checked against the code they made: each marked line makes a byte of its own. */
class ListingsTest {
    @TempDir
    Path folder;

    private static Map<String, Long> addresses(TextSymbols symbols) {
        Map<String, Long> byName = new HashMap<>();
        symbols.symbols().forEach(s -> byName.put(s.name(), s.address()));
        return byName;
    }

    /** Lines that hold "mark N" must make byte N at the address said. */
    private static void marksAgree(TextSymbols symbols, String source, byte[] code, int expected) {
        List<String> lines = source.lines().toList();
        List<Integer> seen = new ArrayList<>();
        for (TextSymbols.Line line : symbols.lines()) {
            String text = lines.get(line.line() - 1);
            int at = text.indexOf("mark ");
            if (at >= 0) {
                int mark = Integer.parseInt(text.substring(at + 5).strip());
                assertEquals(mark, code[(int) line.address()] & 0xFF, text);
                seen.add(mark);
            }
        }
        assertEquals(expected, seen.size());
    }

    @Test
    void nasm() throws IOException {
        Tools tools = new Tools(folder);
        String source = "bits 16\n%macro two 0\n nop\n nop\n%endmacro\nstart:\n mov ax, 1\n db 201 ; mark 201\n two\n db 202 ; mark 202\n"
                + " db 'a long string that takes more than one line'\n db 203 ; mark 203\n times 40 db 7\n db 204 ; mark 204\n jmp start\n";
        tools.write("a.asm", source);
        tools.good("nasm", "-f", "bin", "-l", "a.lst", "-o", "a.bin", "a.asm");
        TextSymbols symbols = NasmListing.read(Files.readString(folder.resolve("a.lst")));
        byte[] code = Files.readAllBytes(folder.resolve("a.bin"));
        marksAgree(symbols, source, code, 4);
        assertEquals(code.length, symbols.lines().stream().mapToInt(TextSymbols.Line::size).sum());
        assertTrue(symbols.lines().stream().anyMatch(l -> l.line() == 9 && l.size() == 2), symbols::toString);
    }

    @Test
    void as86ListingAndSymbolFile() throws IOException {
        Tools tools = new Tools(folder);
        String source = "entry start\n.text\nstart: mov ax,#1\n .byte 201 ! mark 201\n call two\n .byte 202 ! mark 202\ntwo: ret\n .byte 203 ! mark 203\n";
        tools.write("a.s", source);
        tools.good("as86", "-0", "-b", "a.bin", "-s", "a.sym", "-l", "a.lst", "a.s");
        byte[] code = Files.readAllBytes(folder.resolve("a.bin"));
        TextSymbols symbols = As86Listing.read(Files.readString(folder.resolve("a.lst"), StandardCharsets.ISO_8859_1));
        marksAgree(symbols, source, code, 3);
        long two = addresses(symbols).get("two");
        assertEquals(0xC3, code[(int) two] & 0xFF);
        assertEquals(0, addresses(symbols).get("start"));
        Map<String, Long> fromFile = addresses(SymbolFile.read(Files.readString(folder.resolve("a.sym"))));
        assertEquals(addresses(symbols), fromFile);
    }

    @Test
    void ld86Map() throws IOException {
        Tools tools = new Tools(folder);
        tools.write("a.s", "entry start\nexport two\n.text\nstart: mov ax,#1\n call two\ntwo: ret\n");
        tools.good("as86", "-0", "-o", "a.o", "a.s");
        List<String> map = tools.good("ld86", "-d", "-M", "-o", "a.bin", "a.o");
        Map<String, Long> symbols = addresses(LinkerMap.readLd86(String.join("\n", map)));
        byte[] code = Files.readAllBytes(folder.resolve("a.bin"));
        assertEquals(0xC3, code[(int) (long) symbols.get("two")] & 0xFF, symbols::toString);
    }

    @Test
    void ldMapAndNmAgree() throws IOException {
        Tools tools = new Tools(folder);
        tools.write("a.c", "int first(void) { return 1; }\nint second(void) { return first() + 1; }\nint data = 5;\n");
        tools.good("gcc", "-m16", "-fno-pie", "-c", "a.c");
        tools.good("ld", "-m", "elf_i386", "-z", "noexecstack", "-e", "first", "-Map=a.map", "-o", "a.elf", "a.o");
        Map<String, Long> fromMap = addresses(LinkerMap.readLd(Files.readString(folder.resolve("a.map"))));
        Map<String, Long> fromNm = addresses(SymbolFile.read(String.join("\n", tools.good("nm", "a.elf"))));
        for (String name : List.of("first", "second", "data")) {
            assertEquals(fromNm.get(name), fromMap.get(name), name);
        }
    }

    @Test
    void plainSymbolFiles() {
        TextSymbols symbols = SymbolFile.read("; of a debugger\n0000e05b post\nF000:FFF0 reset\n  0x7c00   boot_sector\nnot a symbol at all here\n");
        assertEquals(List.of(new TextSymbols.Symbol("post", "", 0xE05B), new TextSymbols.Symbol("reset", "", 0xFFFF0),
                new TextSymbols.Symbol("boot_sector", "", 0x7C00)), symbols.symbols());
    }
}
