package org.domainfirmware.boot;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.domainfirmware.emulator.machine.MachineConfig.Drive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Our ROMBIOS and VGABIOS start real systems in QEMU as well. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class QemuBootTest {
    private static final long SECONDS = 60;

    private static Qemu start(Drive drive, String image, String boot) throws Exception {
        return new Qemu(Firmware.OURS, new GuestHardware(Map.of(drive, new Payloads().image(image)), boot), List.of());
    }

    @Test
    void grubFloppyReachesItsPrompt() throws Exception {
        try (Qemu guest = start(Drive.FDA, "grub2.img", "a")) {
            guest.awaitScreen("^grub> ?$", SECONDS);
            guest.press("e", "c", "h", "o", "spc", "4", "2", "ret");
            guest.awaitScreen("^42$", SECONDS);
        }
    }

    @Test
    void isolinuxCdReachesItsPrompt() throws Exception {
        try (Qemu guest = start(Drive.CDROM, "isolinux.iso", "d")) {
            guest.awaitScreen("^boot: ?$", SECONDS);
            guest.awaitScreen("hello from isolinux", 1);
        }
    }

    @Test
    void bootMenuStartsTheDriveThatIsChosen() throws Exception {
        GuestHardware both = new GuestHardware(Map.of(Drive.FDA, new Payloads().image("grub2.img"),
                Drive.CDROM, new Payloads().image("isolinux.iso")), "a");
        try (Qemu guest = new Qemu(Firmware.OURS, both, List.of())) {
            guest.pressUntil("f12", "^3\\. CD-ROM", SECONDS);
            guest.press("3");
            guest.awaitScreen("^boot: ?$", SECONDS);
        }
    }
}
