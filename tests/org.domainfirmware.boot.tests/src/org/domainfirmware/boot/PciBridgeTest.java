package org.domainfirmware.boot;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** POST numbers the buses behind PCI bridges and opens windows to what is on them. Our emulator has no bridge, QEMU has. */
class PciBridgeTest {
    private static final long SECONDS = 60;
    private static final List<String> CARD_BEHIND_TWO_BRIDGES = List.of("-device", "pci-bridge,id=near,chassis_nr=1,addr=5",
            "-device", "pci-bridge,id=far,bus=near,chassis_nr=2,addr=2", "-netdev", "user,id=net,restrict=on",
            "-device", "e1000,netdev=net,bus=far,addr=3,romfile=");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(names = {"OURS", "SEABIOS"})
    void cardBehindTwoBridges(Firmware firmware) throws Exception {
        Path log = folder.resolve("log");
        List<String> options = new ArrayList<>(CARD_BEHIND_TWO_BRIDGES);
        options.addAll(List.of("-debugcon", "file:" + log, "-device", "isa-debug-exit,iobase=0xf4,iosize=1"));
        Path floppy = new GuestProgram("bios/boot", "pci_bridge").floppy(folder);
        try (Qemu guest = new Qemu(firmware, GuestHardware.floppy(floppy), options)) {
            guest.awaitEnd(SECONDS);
        }
        new ProgramLog(Files.readString(log)).judge(Set.of());
    }
}
