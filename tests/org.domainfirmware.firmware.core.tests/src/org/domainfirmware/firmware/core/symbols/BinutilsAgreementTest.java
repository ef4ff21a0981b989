package org.domainfirmware.firmware.core.symbols;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.domainfirmware.firmware.core.Tools;
import org.domainfirmware.firmware.core.symbols.elf.ElfSymbol;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Symbols, functions and lines agree with nm, objdump and addr2line: in our ROMs, and in every DWARF version at two optimisations. */
class BinutilsAgreementTest {
    private static final String SOURCE = """
            struct point { int x, y; };
            static int table[4];
            static inline __attribute__((always_inline)) int twice(int v)
            {
                return v + v;
            }
            int add(struct point *p)
            {
                int sum = p->x;
                for (int i = 0; i < 4; i++) {
                    sum += table[i] + twice(p->y);
                }
                return sum;
            }
            int start(void)
            {
                struct point p = { 1, 2 };
                table[1] = add(&p);
                return twice(table[1]);
            }
            """;

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> ourRoms() {
        String built = System.getProperty("org.domainfirmware.firmware", "build/firmware");
        return Stream.of("rombios.elf", "vgabios.elf").map(name -> DynamicTest.dynamicTest(name, () -> {
            Path elf = Path.of(built).resolve(name);
            assertTrue(Files.exists(elf), () -> elf + " is missing: run ./dfw firmware first");
            agrees(elf);
        }));
    }

    @TestFactory
    Stream<DynamicTest> everyDwarfVersion() {
        return Stream.of("2", "3", "4", "5").flatMap(version -> Stream.of("-O0", "-Os").map(level ->
                DynamicTest.dynamicTest("DWARF " + version + " " + level, () -> {
                    Tools tools = new Tools(folder);
                    tools.write("m.c", SOURCE);
                    tools.write("e.S", "\t.code16\n\t.globl entry\n\t.type entry, @function\nentry:\n\tcli\n\tcalll start\n1:\thlt\n\tjmp 1b\n");
                    tools.good("gcc", "-m16", "-ffreestanding", "-fno-pie", "-gdwarf-" + version, level, "-c", "m.c");
                    tools.good("gcc", "-m16", "-gdwarf-" + version, "-c", "e.S");
                    tools.good("ld", "-m", "elf_i386", "-z", "noexecstack", "-Ttext=0x1000", "-e", "entry", "-o", "m.elf", "e.o", "m.o");
                    DebugInfo info = agrees(folder.resolve("m.elf"));
                    List<String> names = info.functions().stream().map(FunctionInfo::name).toList();
                    assertTrue(names.containsAll(List.of("add", "start")), names::toString);
                    assertEquals(List.of("p"), info.function("add").orElseThrow().body().variables().stream().map(VariableInfo::name)
                            .filter("p"::equals).toList());
                })));
    }

    private static DebugInfo agrees(Path elf) throws Exception {
        DebugInfo info = DebugInfo.read(elf);
        assertEquals(List.of(), info.problems());
        Binutils binutils = new Binutils(elf);
        symbols(info, binutils);
        TreeSet<Long> starts = new TreeSet<>();
        for (Map.Entry<String, Long> f : binutils.functions().entrySet()) {
            starts.add(f.getValue());
            boolean inDwarf = info.functions().stream().anyMatch(d -> d.name().equals(f.getKey().replaceFirst("\\.(part|constprop|isra)\\..*", "")));
            if (inDwarf) {
                assertTrue(info.functionAt(f.getValue()).isPresent(), () -> "no function at " + f);
                assertEquals((long) f.getValue(), info.functionAt(f.getValue()).orElseThrow().entry(), f::toString);
            }
        }
        for (FunctionInfo f : info.functions()) {
            f.ranges().forEach(r -> starts.add(r.start()));
        }
        lines(info, binutils, new ArrayList<>(starts));
        return info;
    }

    private static void symbols(DebugInfo info, Binutils binutils) throws IOException {
        for (Map.Entry<String, Long> s : binutils.symbols()) {
            List<Long> ours = info.symbols().stream().filter(o -> o.name().equals(s.getKey())).map(ElfSymbol::value).toList();
            assertTrue(ours.contains(s.getValue()), () -> s.getKey() + " at " + Long.toHexString(s.getValue()) + ", ours " + ours);
        }
    }

    private static void lines(DebugInfo info, Binutils binutils, List<Long> addresses) throws IOException {
        List<String> theirs = binutils.lines(addresses);
        assertEquals(addresses.size(), theirs.size());
        List<String> different = new ArrayList<>();
        int compared = 0;
        for (int i = 0; i < addresses.size(); i++) {
            String[] place = theirs.get(i).split(":");
            if (!place[1].matches("[1-9]\\d*")) {
                continue;
            }
            compared++;
            String ours = info.lineAt(addresses.get(i)).map(l -> DebugInfo.lastName(l.file()) + ":" + l.line()).orElse("nothing");
            if (!ours.equals(DebugInfo.lastName(place[0]) + ":" + place[1])) {
                different.add(Long.toHexString(addresses.get(i)) + ": " + theirs.get(i) + ", ours " + ours);
            }
        }
        assertTrue(compared > 2, "nothing compared");
        assertEquals(List.of(), different);
    }
}
