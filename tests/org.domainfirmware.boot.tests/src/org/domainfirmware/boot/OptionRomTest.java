package org.domainfirmware.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.domainfirmware.emulator.machine.MachineConfig;
import org.domainfirmware.emulator.machine.OptionRom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The option-ROM template is initialized by every BIOS that scans for ROMs, and booted from by ours, which then goes on with the next device. */
class OptionRomTest {
    private static final int NEXT_FREE = 0;
    private static final long QEMU_SECONDS = 60;

    private static byte[] template() throws IOException {
        Path built = Path.of(System.getProperty("org.domainfirmware.firmware", "build/firmware"));
        return Files.readAllBytes(built.resolve("optionrom.rom"));
    }

    private static MachineConfig config(Firmware firmware) throws IOException {
        return firmware.config().withOptionRoms(List.of(new OptionRom(NEXT_FREE, template())));
    }

    /** SeaBIOS takes option ROMs from PCI devices and from QEMU's fw_cfg, but does not scan for them on a PC. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SEABIOS")
    void templateIsInitialized(Firmware firmware) throws IOException {
        try (Guest guest = new Guest(config(firmware))) {
            guest.awaitScreen("^Option ROM template: initialized", 20);
        }
    }

    @Test
    void templateIsInTheBootMenu() throws IOException {
        try (Guest guest = new Guest(config(Firmware.OURS))) {
            guest.awaitScreen("Press F12", 20);
            guest.type("<F12>");
            guest.awaitScreen("ROM +Option ROM template", 20);
            guest.type("4");
            guest.awaitScreen("^Option ROM template: nothing to boot from", 20);
            guest.awaitScreen("Booting from floppy", 20);
        }
    }

    /**
     * Expansion ROMs of PCI cards are copied around the VM86 monitor at D0000. QEMU has such cards and no partition mode, so
     * the monitor's magic number alone is there. Each ROM tells what it finds in that place.
     */
    @Test
    void pciRomsPassTheMonitorOfADomain(@TempDir Path folder) throws Exception {
        Path header = folder.resolve("header");
        Files.write(header, new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 0x66, 0x19, 0x10, 0x17});
        String log = bootWithCards(folder, List.of("-device", "loader,addr=0xd0000,force-raw=on,file=" + header));
        assertEquals(List.of("C800 17101966", "E000 17101966", "EA00 17101966"), told(log), log);
        assertTrue(log.contains("no room for its ROM of 40960 bytes"), log);
    }

    @Test
    void pciRomsLieOneAfterAnotherWithoutAMonitor(@TempDir Path folder) throws Exception {
        String log = bootWithCards(folder, List.of());
        assertEquals(List.of("C800", "CA00", "D400", "D900"), told(log).stream().map(l -> l.substring(0, 4)).toList(), log);
    }

    private static List<String> told(String log) {
        return log.lines().filter(l -> l.startsWith("card ROM at ")).map(l -> l.substring(12)).toList();
    }

    private static String bootWithCards(Path folder, List<String> more) throws Exception {
        List<String> options = new ArrayList<>(more);
        int[] kib = {8, 40, 20, 40};
        for (int i = 0; i < kib.length; i++) {
            options.addAll(List.of("-device", "e1000,addr=" + (0x10 + i) + ",romfile=" + cardRom(folder, kib[i])));
        }
        Path log = folder.resolve("log");
        options.addAll(List.of("-debugcon", "file:" + log));
        try (Qemu guest = new Qemu(Firmware.OURS, new GuestHardware(Map.of(), "a"), options)) {
            guest.awaitScreen("Press F12", QEMU_SECONDS);
        }
        return Files.readString(log, StandardCharsets.ISO_8859_1);
    }

    private static Path cardRom(Path folder, int kib) throws Exception {
        Path rom = new GuestProgram("vmx", "card_rom").assemble(folder, "-dUNITS=" + 2 * kib);
        return Files.move(rom, folder.resolve("card" + kib + ".rom"), StandardCopyOption.REPLACE_EXISTING);
    }
}
