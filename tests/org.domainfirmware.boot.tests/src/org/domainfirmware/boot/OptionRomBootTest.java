package org.domainfirmware.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.domainfirmware.emulator.machine.Machine;
import org.domainfirmware.emulator.machine.MachineConfig;
import org.domainfirmware.emulator.machine.OptionRom;
import org.domainfirmware.emulator.machine.RunEnd;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Option ROMs: found at every 2 KiB with a checksum of zero, initialised, their boot connection and boot entry vectors called. */
class OptionRomBootTest {
    private static final int EXIT_PORT = 0xF4;
    private static final long GUEST_SECONDS = 20;
    private static final List<String> ALL = List.of("rom initialised", "rom connected", "rom started");

    @TempDir
    private Path folder;
    private byte[] rom;

    @BeforeEach
    void assemble() throws Exception {
        rom = Files.readAllBytes(new GuestProgram("bios/boot", "option_rom").assemble(folder));
        seal(rom);
    }

    /** Makes the sum of all bytes zero by the last one. */
    private static void seal(byte[] image) {
        int sum = 0;
        for (byte b : image) {
            sum += b;
        }
        image[image.length - 1] -= (byte) sum;
    }

    @Test
    void initialisedConnectedAndStarted() throws Exception {
        assertEquals(ALL, boot(0xC8000));
    }

    @Test
    void foundAtAnyStepOf2KiB() throws Exception {
        assertEquals(ALL, boot(0xD2800));
    }

    @Test
    void notBetweenTheSteps() throws Exception {
        byte[] between = new byte[1024 + rom.length];
        System.arraycopy(rom, 0, between, 1024, rom.length);
        rom = between;
        assertEquals(List.of(), boot(0xC8000));
    }

    @Test
    void notWithABadChecksum() throws Exception {
        rom[100]++;
        assertEquals(List.of(), boot(0xC8000));
    }

    @Test
    void inQemuToo() throws Exception {
        Path file = Files.write(folder.resolve("card.rom"), rom);
        Path log = folder.resolve("log");
        // No drive has a medium, so the order comes to the ROM at last.
        try (Qemu guest = new Qemu(Firmware.OURS, new GuestHardware(Map.of(), "n"), List.of("-option-rom", file.toString(),
                "-debugcon", "file:" + log, "-device", "isa-debug-exit,iobase=0xf4,iosize=1"))) {
            guest.awaitEnd(GUEST_SECONDS);
        }
        assertEquals(ALL, told(Files.readString(log)));
    }

    private List<String> boot(int address) throws Exception {
        MachineConfig config = Firmware.OURS.config().withOptionRoms(List.of(new OptionRom(address, rom)))
                .withBootOrder(List.of()).withDebugExit(EXIT_PORT);
        StringBuilder log = new StringBuilder();
        try (Machine machine = new Machine(config)) {
            machine.indicators().debugConsole().onByte(value -> log.append((char) (value & 0xFF)));
            RunEnd end = machine.run(Long.MAX_VALUE, GUEST_SECONDS * 1_000_000_000);
            assertTrue(end == RunEnd.EXIT_PORT || end == RunEnd.TIME, end.toString());
        }
        assertTrue(log.indexOf("power-on self test") >= 0, log.toString());
        return told(log.toString());
    }

    private static List<String> told(String log) {
        return log.lines().filter(l -> l.startsWith("rom ")).map(String::strip).toList();
    }
}
