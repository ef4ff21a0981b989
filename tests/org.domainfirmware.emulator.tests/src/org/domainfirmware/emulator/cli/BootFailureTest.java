package org.domainfirmware.emulator.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.domainfirmware.emulator.machine.Machine;
import org.domainfirmware.emulator.machine.TestRom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import picocli.CommandLine;

/** When the emulator itself cannot go on it says so in a line, and the exit status is not that of a limit. */
@Isolated("replaces System.err")
class BootFailureTest {
    @TempDir
    private Path folder;

    /** A device that throws stands for any defect; the guest's state is shown as after a triple fault. */
    @Test
    void aDefectOfTheEmulatorEndsWith3() throws Exception {
        BootOptions options = new BootOptions();
        options.serial = "none";
        // out 0E9h,al; jmp $
        try (Machine machine = new Machine(TestRom.machine(0xE6, 0xE9, 0xEB, 0xFE));
                BootConsoles consoles = new BootConsoles(options, machine)) {
            BootRun run = new BootRun(options, machine, consoles, new BootConditions(options));
            machine.indicators().debugConsole().onByte(value -> {
                throw new IllegalStateException("made for this test");
            });
            PrintStream err = System.err;
            ByteArrayOutputStream said = new ByteArrayOutputStream();
            try {
                System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
                assertEquals(3, run.run());
            } finally {
                System.setErr(err);
            }
            String text = said.toString(StandardCharsets.UTF_8);
            assertTrue(text.contains("defect") && text.contains("made for this test") && text.contains("F000:"), text);
            assertTrue(!text.contains("\tat "), text);
        }
    }

    @Test
    void tooLittleHeapIsSaidInALine() throws Exception {
        Path rom = Files.write(folder.resolve("guest.rom"), TestRom.of(0xEB, 0xFE));
        String classPath = Stream.of(Main.class, CommandLine.class, Gson.class)
                .map(c -> new File(c.getProtectionDomain().getCodeSource().getLocation().getPath()).getPath())
                .collect(Collectors.joining(File.pathSeparator));
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx64m", "-cp",
                classPath, Main.class.getName(), "boot", "--serial", "none", "--rombios", rom.toString(), "--vgabios", "none",
                "--limit-instructions", "10", "--memory", "512").redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(30, TimeUnit.SECONDS), "it does not end");
        assertEquals(2, process.exitValue(), said);
        assertEquals(1, said.lines().count(), said);
        assertTrue(said.contains("512 MiB") && said.contains("--memory"), said);
    }
}
