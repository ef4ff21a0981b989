package org.domainfirmware.firmware.core.diagnostics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

import org.domainfirmware.firmware.core.Tools;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What each tool says of bad sources, said by the installed tool itself. */
class DiagnosticsTest {
    @TempDir
    Path folder;
    private Tools tools;

    @BeforeEach
    void tools() throws IOException {
        folder = folder.toRealPath();
        tools = new Tools(folder);
    }

    /** Diagnostics of commands, a line each: severity file:line:column message. */
    private List<String> said(String... command) throws IOException {
        return said(tools.output(command));
    }

    private List<String> said(List<String> lines) {
        BuildOutput output = new BuildOutput(folder);
        lines.forEach(output::line);
        return output.diagnostics().stream().map(d -> d.severity() + " "
                + (d.file().isEmpty() ? "" : folder.relativize(Path.of(d.file()))) + ":" + d.line() + ":" + d.column() + " " + d.message()).toList();
    }

    private static void assertSays(List<String> said, String... expected) {
        for (String e : expected) {
            assertTrue(said.contains(e), () -> "not said: " + e + "\nbut: " + String.join("\n", said));
        }
    }

    @Test
    void gcc() throws IOException {
        tools.write("bad.h", "static inline int h(void) { return nope; }\n");
        tools.write("bad.c", "#include \"bad.h\"\nint f(int x) {\n    int unused;\n    return x + missing;\n}\n#include \"none.h\"\n");
        assertSays(said("gcc", "-m16", "-c", "bad.c"), "ERROR bad.c:6:10 none.h: No such file or directory");
        tools.write("bad.c", "#include \"bad.h\"\nint f(int x) {\n    int unused;\n    return x + missing;\n}\nint g(void) { retrun 1; }\n");
        assertSays(said("gcc", "-m16", "-Wall", "-c", "bad.c"),
                "ERROR bad.h:1:36 'nope' undeclared (first use in this function)",
                "ERROR bad.c:4:16 'missing' undeclared (first use in this function)",
                "WARNING bad.c:3:9 unused variable 'unused' [-Wunused-variable]",
                "ERROR bad.c:6:21 expected ';' before numeric constant");
        assertEquals(List.of("ERROR :0:0 cc1: none.c: No such file or directory"), said("gcc", "-c", "none.c"));
    }

    @Test
    void gas() throws IOException {
        tools.write("bad.S", "start:\n\tmov $1, %qax\n\tfrob %eax\n\t.include \"none.inc\"\n");
        List<String> said = said("gcc", "-m16", "-c", "bad.S");
        assertSays(said, "ERROR bad.S:2:0 bad register name `%qax'", "ERROR bad.S:3:0 no such instruction: `frob %eax'");
        assertEquals(3, said.size());
        tools.write("warn.s", "\t.word 1,,\n");
        assertEquals(List.of("WARNING warn.s:1:0 zero assumed for missing expression"), said("as", "--32", "warn.s", "-o", "warn.o"));
    }

    @Test
    void ldWithAndWithoutLines() throws IOException {
        tools.write("u.c", "extern int gone(void);\nint main2(void)\n{\n    return gone();\n}\n");
        tools.write("s.S", "\t.globl _start\n_start:\n\tcall nowhere\n");
        tools.good("gcc", "-m16", "-g", "-fno-pie", "-c", "u.c");
        tools.good("gcc", "-m16", "-g", "-c", "s.S");
        assertEquals(List.of("ERROR u.c:4:0 undefined reference to `gone'", "ERROR s.S:3:0 undefined reference to `nowhere'"),
                said("ld", "-m", "elf_i386", "u.o", "s.o", "-z", "noexecstack"));
        tools.good("gcc", "-m16", "-c", "s.S", "-o", "s.o");
        BuildOutput output = new BuildOutput(folder);
        tools.output("ld", "-m", "elf_i386", "-z", "noexecstack", "s.o").forEach(output::line);
        assertEquals(List.of(new Diagnostic(Severity.ERROR, folder.resolve("s.o").toString(), 0, 0,
                "undefined reference to `nowhere' in _start", true)), output.diagnostics());
    }

    @Test
    void ldScriptsAndRegions() throws IOException {
        tools.write("x.S", "\t.text\n\t.fill 100\n");
        tools.good("gcc", "-m16", "-c", "x.S");
        tools.write("bad.ld", "SECTIONS { .text : { *(.text) }\n bogus! \n}");
        assertSays(said("ld", "-m", "elf_i386", "-T", "bad.ld", "x.o"), "ERROR bad.ld:3:0 syntax error");
        tools.write("small.ld", "MEMORY { rom : ORIGIN = 0, LENGTH = 16 }\nSECTIONS { .text : { *(.text) } > rom }");
        assertSays(said("ld", "-m", "elf_i386", "-T", "small.ld", "x.o"), "ERROR :0:0 ld: a.out section `.text' will not fit in region `rom'");
        assertSays(said("ld", "none.o"), "ERROR :0:0 ld: cannot find none.o: No such file or directory");
    }

    @Test
    void make() throws IOException {
        tools.write("none", "a.o: gone.c\n\tcp x y\n");
        assertEquals(List.of("ERROR :0:0 make: No rule to make target 'gone.c', needed by 'a.o'."), said("make", "-f", "none"));
        tools.write("fails", "all:\n\tfalse\n");
        assertEquals(List.of("ERROR fails:2:0 making all failed: Error 1"), said("make", "-f", "fails"));
        tools.write("syntax", "all:\n  bad line\n");
        assertEquals(List.of("ERROR syntax:2:0 missing separator."), said("make", "-f", "syntax"));
        tools.write("tool", "all:\n\tas86 x; nasm-of-tomorrow y\n\tnosuchtool-2 z\n");
        assertTrue(said("make", "-k", "-f", "tool").stream().anyMatch(s -> s.contains("nasm-of-tomorrow is not installed")));
    }

    @Test
    void makeFollowedIntoFoldersAndConsequencesLeftOut() throws IOException {
        tools.write("Makefile", "all: x y\nx:\n\t$(MAKE) -C one\ny:\n\t$(MAKE) -C other\n.PHONY: x y\n");
        tools.write("one/Makefile", "x.o: x.c\n\tgcc -c x.c\n");
        tools.write("one/x.c", "int x = y;\n");
        tools.write("other/Makefile", "x.o: x.c\n\tgcc -c x.c\n");
        tools.write("other/x.c", "\nint x = z;\n");
        assertEquals(List.of("ERROR one/x.c:1:9 'y' undeclared here (not in a function)", "ERROR other/x.c:2:9 'z' undeclared here (not in a function)"),
                said("make", "-k"));
    }

    @Test
    void nasm() throws IOException {
        tools.write("bad.asm", "start:\n mov ax, undefined_thing\n mov al, 1234h\n");
        assertEquals(List.of("ERROR bad.asm:2:0 symbol `undefined_thing' not defined",
                "WARNING bad.asm:3:0 byte data exceeds bounds [-w+number-overflow]"), said("nasm", "-f", "bin", "bad.asm"));
        tools.write("bad.asm", "start:\n frob bx, 7\n");
        List<String> said = said("nasm", "-f", "bin", "bad.asm");
        assertEquals(1, said.size());
        assertTrue(said.get(0).startsWith("ERROR bad.asm:2:0 "), said::toString);
    }

    @Test
    void bcc() throws IOException {
        tools.write("bad.c", "f(x)\nint x;\n{\n  return x + missing;\n  retrun 1 2;\n}\n");
        List<String> said = said("bcc", "-c", "bad.c");
        assertSays(said, "ERROR bad.c:4:21 missing undeclared", "ERROR bad.c:5:10 retrun undeclared", "ERROR bad.c:5:10 need ';'");
        assertSays(said("bcc", "-c", "none.c"), "ERROR none.c:1:0 Cannot open input file");
    }

    @Test
    void as86NamesTheFileOfTheCommandBefore() throws IOException {
        tools.write("bad.s", "start:\n mov ax,\n frob bx\n mov al,#$1234\n");
        tools.write("m", "bad.o: bad.s\n\tas86 -0 -o bad.o bad.s\n");
        List<String> said = said("make", "-f", "m");
        assertSays(said, "ERROR bad.s:2:9 factor expected", "ERROR bad.s:4:15 data out of bounds");
        assertTrue(said.stream().anyMatch(s -> s.startsWith("ERROR bad.s:3:")), said::toString);
    }

    @Test
    void ld86() throws IOException {
        tools.write("e.s", "entry start\nextern _gone\nstart: call _gone\n");
        tools.good("as86", "-0", "-o", "e.o", "e.s");
        assertSays(said("ld86", "-d", "-o", "e", "e.o"), "ERROR :0:0 ld86: undefined symbol: _gone");
        assertEquals(List.of("ERROR :0:0 ld86: cannot open input file none.o"), said("ld86", "none.o"));
    }

    @Test
    void damagedOutputIsHarmless() throws IOException {
        tools.write("bad.c", "int f(int x) {\n    return x + missing;\n}\n");
        List<String> real = tools.output("gcc", "-c", "bad.c");
        Random random = new Random(5);
        BuildOutput output = new BuildOutput(folder);
        for (int i = 0; i < 5000; i++) {
            StringBuilder line = new StringBuilder(real.get(random.nextInt(real.size())));
            for (int n = random.nextInt(4); n >= 0 && line.length() > 0; n--) {
                line.setCharAt(random.nextInt(line.length()), (char) random.nextInt(0x250));
            }
            output.line(line.toString());
        }
        output.line("x".repeat(1_000_000));
        output.line(("make[1]: Entering directory '" + folder + "\0'"));
        assertTrue(output.diagnostics().size() <= BuildOutput.MAX_DIAGNOSTICS);
        assertTrue(Files.exists(folder));
    }
}
