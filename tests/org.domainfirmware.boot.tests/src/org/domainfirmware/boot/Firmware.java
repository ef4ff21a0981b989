package org.domainfirmware.boot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.domainfirmware.emulator.machine.MachineConfig;

/** The firmware a guest is started with. */
enum Firmware {
    /** Ours, as built. */
    OURS("rombios.rom", "vgabios.rom"),
    /** SeaBIOS and its VGABIOS, from Debian's package seabios. */
    SEABIOS("/usr/share/seabios/bios-256k.bin", "/usr/share/seabios/vgabios-stdvga.bin");

    private final String rombios;
    private final String vgabios;

    Firmware(String rombios, String vgabios) {
        this.rombios = rombios;
        this.vgabios = vgabios;
    }

    MachineConfig config() throws IOException {
        Path built = Path.of(System.getProperty("org.domainfirmware.firmware", "build/firmware"));
        return MachineConfig.of(Files.readAllBytes(built.resolve(rombios)), Files.readAllBytes(built.resolve(vgabios)))
                .withStopOnShutdown(true);
    }
}
