package org.domainfirmware.firmware.core.toolchain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.domainfirmware.firmware.core.CommandLine;
import org.domainfirmware.firmware.core.Tools;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tools of the machine, by what they say themselves. */
class ToolchainTest {
    @Test
    void versionsAreThoseTheToolsTell(@TempDir Path folder) throws Exception {
        List<Toolchain.Found> all = Toolchain.detect();
        assertEquals(Tool.ALL, all.stream().map(Toolchain.Found::tool).toList());
        Tools tools = new Tools(folder);
        String gcc = tools.good("gcc", "-dumpfullversion").get(0);
        assertEquals(gcc, all.stream().filter(f -> f.tool().name().equals("gcc")).findFirst().orElseThrow().version());
        String nasm = tools.good("nasm", "-v").get(0);
        assertTrue(nasm.contains(all.stream().filter(f -> f.tool().name().equals("nasm")).findFirst().orElseThrow().version()));
        assertTrue(Toolchain.hasRealMode(Path.of("gcc")));
    }

    @Test
    void searchPath(@TempDir Path folder) throws Exception {
        Path program = Files.createFile(folder.resolve("tool"));
        assertEquals(Optional.empty(), Toolchain.find("tool", folder.toString()));
        assertTrue(program.toFile().setExecutable(true));
        assertEquals(Optional.of(program), Toolchain.find("tool", "/nonexistent:" + folder + ":"));
        assertEquals(Optional.empty(), Toolchain.find("tool", null));
    }

    @Test
    void commandLinesAreSplitWithoutAShell() {
        assertEquals(List.of("make", "-k", "A=b c", "", "$(rm x);|"), CommandLine.split(" make -k 'A=b c' \"\" $(rm x);|".replace("$(rm x)", "'$(rm x)'")));
        List<String> odd = List.of("a b", "", "it's", "say \"x\"", "plain");
        assertEquals(odd, CommandLine.split(CommandLine.join(odd)));
    }
}
