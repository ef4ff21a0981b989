package org.domainfirmware.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.domainfirmware.emulator.loader.DomainStart;
import org.domainfirmware.emulator.machine.DriveImage;
import org.domainfirmware.emulator.machine.Machine;
import org.domainfirmware.emulator.machine.MachineConfig.Drive;
import org.domainfirmware.emulator.machine.RunEnd;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the monitor cannot do ends the domain with a message: why, the guest's registers and the instruction. */
class MonitorPanicTest {
    private static final long SECONDS = 10;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "task_switch, a task switch between MOV CR0 and the reload of CS, 0000A100, EA 00 00 30 00",
        "task_gate, 'a task gate in the guest''s IDT, reached before CS was reloaded', 0000A20D, CD 21",
        "outer_level, a return to an outer level between MOV CR0 and the reload of CS, 0000A304, CB",
    })
    void impossibleThingsAreTold(String what, String why, String eip, String code) throws Exception {
        Path image = new GuestProgram("vmx", "impossible").floppy(folder, "-dWHAT=" + what);
        ByteArrayOutputStream console = new ByteArrayOutputStream();
        try (Machine machine = new Machine(Firmware.OURS.config().withBootOrder(List.of("a"))
                .withDrives(Map.of(Drive.FDA, new DriveImage(image, false))))) {
            machine.indicators().debugConsole().onByte(console::write);
            Path loader = Path.of(System.getProperty("org.domainfirmware.firmware", "build/firmware"), "vmxloader.elf");
            DomainStart.start(machine, "vmxloader.elf", Files.readAllBytes(loader));
            RunEnd end = machine.run(Long.MAX_VALUE, SECONDS * 1_000_000_000);
            assertEquals(RunEnd.SHUTDOWN, end, console::toString);
            String screen = String.join("\n", machine.vga().screen().text().rows());
            assertTrue(screen.contains("vmxassist: " + why), screen);
        }
        String all = console.toString(StandardCharsets.ISO_8859_1);
        List<String> lines = all.substring(all.lastIndexOf("vmxassist: ")).lines().map(String::strip).toList();
        assertEquals("vmxassist: " + why, lines.get(0));
        assertEquals("EAX=96969696 ECX=C1C1C1C1 EDX=D2D2D2D2 EBX=B0B0B0B0", lines.get(1));
        assertTrue(lines.get(2).endsWith("EBP=E3E3E3E3 ESI=F4F4F4F4 EDI=A5A5A5A5"), lines.get(2));
        assertTrue(lines.get(3).startsWith("EIP=" + eip + " EFLAGS=0000"), lines.get(3));
        assertTrue(lines.get(4).endsWith("mode: real to protected"), lines.get(4));
        assertEquals("CS=0000 base=00000000 limit=0000FFFF access=00093", lines.get(6));
        assertTrue(lines.get(11).startsWith("GDT=0000A0"), lines.get(11));
        assertTrue(lines.get(12).startsWith("code: " + code), lines.get(12));
        assertEquals(13, lines.size(), all);
    }
}
