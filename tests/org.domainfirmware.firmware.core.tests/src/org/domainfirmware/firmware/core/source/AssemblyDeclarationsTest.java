package org.domainfirmware.firmware.core.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.domainfirmware.firmware.core.Tools;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Labels found in assembly sources are those the assemblers find. */
class AssemblyDeclarationsTest {
    private static List<String> names(Language language, String text) {
        return AssemblyDeclarations.of(language, text).stream().filter(Declaration::defines).map(Declaration::name).toList();
    }

    @Test
    void globalLabelsOfOurSources(@TempDir Path folder) throws Exception {
        Path root = Path.of(System.getProperty("dfw.root", ".")).resolve("firmware-src/rombios").toAbsolutePath();
        Tools tools = new Tools(root);
        List<String> missing = new ArrayList<>();
        int compared = 0;
        for (String file : List.of("entry.S", "pmode.S", "reset.S")) {
            String object = folder.resolve(file + ".o").toString();
            tools.good("gcc", "-m16", "-I.", "-I../include", "-c", file, "-o", object);
            String text = Files.readString(root.resolve(file));
            Set<String> found = new TreeSet<>(names(Language.of(file, text), text));
            for (String line : tools.good("nm", "--defined-only", "-g", object)) {
                String name = line.substring(line.lastIndexOf(' ') + 1);
                compared++;
                if (!found.contains(name)) {
                    missing.add(file + ": " + name);
                }
            }
        }
        assertEquals(List.of(), missing);
        assertTrue(compared > 5);
    }

    @Test
    void placesAndSpans() {
        String text = "# comment\n\t.globl start\nstart:\n\tmov $1, %ax\n1:\tjmp 1b\n.Llocal:\nint13_entry:\tiret\n\t.equ PORT, 0x70\n.macro SAVE\n.endm\n";
        List<Declaration> all = AssemblyDeclarations.of(Language.GAS, text);
        assertEquals(List.of("start", "int13_entry", "PORT", "SAVE"), all.stream().map(Declaration::name).toList());
        Declaration start = all.get(0);
        assertEquals(text.indexOf("start:"), start.offset());
        assertEquals(3, start.line());
        assertEquals(6, start.endLine());
        assertEquals(Declaration.Kind.INTERRUPT_HANDLER, all.get(1).kind());
    }

    @Test
    void nasmAndAs86() {
        String nasm = "bits 16\n%define PORT 0x70\n%macro two 1\n%endmacro\nstart: cli\n.local: nop\nmsg db 'x'\ncount equ 5\n extern other\n cli\n";
        assertEquals(Language.NASM, Language.of("a.asm", nasm));
        assertEquals(List.of("PORT", "two", "start", "msg", "count"), names(Language.NASM, nasm));
        String as86 = "use16\nexport start\nstart:\n mov ax,#1 ! one\nmsg: .ascii \"x\"\nLIMIT = 5\n";
        assertEquals(Language.AS86, Language.of("a.s", as86));
        assertEquals(List.of("start", "msg", "LIMIT"), names(Language.AS86, as86));
        assertEquals(Language.GAS, Language.of("a.s", "\t.text\nstart:\n\tret\n"));
    }

    @Test
    void blockCommentsDeclareNothing() {
        assertEquals(List.of("real"), names(Language.GAS, "/* not:\nfalse_label:\n*/\nreal:\n"));
    }
}
