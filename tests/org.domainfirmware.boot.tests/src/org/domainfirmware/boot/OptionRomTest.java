package org.domainfirmware.boot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.domainfirmware.emulator.machine.MachineConfig;
import org.domainfirmware.emulator.machine.OptionRom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The option-ROM template is initialized by every BIOS that scans for ROMs, and booted from by ours, which then goes on with the next device. */
class OptionRomTest {
    private static final int NEXT_FREE = 0;

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
}
