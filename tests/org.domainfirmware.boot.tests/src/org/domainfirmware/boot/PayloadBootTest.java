package org.domainfirmware.boot;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.domainfirmware.emulator.machine.DriveImage;
import org.domainfirmware.emulator.machine.MachineConfig;
import org.domainfirmware.emulator.machine.MachineConfig.Drive;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Boot loaders and test programs from Debian packages reach the texts their documentation shows. */
class PayloadBootTest {
    /** What is done with a booted payload. */
    private interface Script {
        void drive(Guest guest) throws Exception;
    }

    /** A payload: its image, the drive it is in, and what must be seen. */
    private record Payload(String image, Drive drive, Script script) { }

    private static final List<Payload> PAYLOADS = List.of(
            new Payload("syslinux.img", Drive.FDA, g -> {
                g.awaitScreen("^boot: ?$", 20);
                g.awaitScreen("hello from syslinux", 1);
            }),
            new Payload("grub1.img", Drive.FDA, g -> {
                g.awaitScreen("^grub> ?$", 20);
                g.type("help\n");
                g.awaitScreen("root \\[DEVICE", 20);
            }),
            new Payload("grub2.img", Drive.FDA, g -> {
                g.awaitScreen("^grub> ?$", 20);
                g.type("echo a${root}b\n");
                g.awaitScreen("^a.*b$", 20);
            }),
            new Payload("ipxe.img", Drive.FDA, g -> g.awaitScreen("No more network devices", 60)),
            new Payload("memdisk.img", Drive.FDA, g -> g.awaitScreen("hello from memdisk", 20)),
            new Payload("memtest.img", Drive.FDA, g -> {
                g.awaitScreen("Pass: +0 +Errors: 0", 20);
                g.awaitScreen("Time: +0:01:0", 90);
                g.awaitScreen("Errors: 0", 1);
            }),
            new Payload("grub2.iso", Drive.CDROM, g -> {
                g.awaitScreen("^grub> ?$", 20);
                g.type("cat /boot/grub/grub.cfg\n");
                g.awaitScreen("hello from grub on a cd", 20);
            }),
            new Payload("isolinux.iso", Drive.CDROM, g -> {
                g.awaitScreen("^boot: ?$", 20);
                g.awaitScreen("hello from isolinux", 1);
            }));

    @TestFactory
    Stream<DynamicTest> payloadsBoot() throws Exception {
        Payloads images = new Payloads();
        List<DynamicTest> tests = new ArrayList<>();
        for (Payload p : PAYLOADS) {
            for (Firmware f : Firmware.values()) {
                if (!f.boots(p.drive())) {
                    continue;
                }
                tests.add(DynamicTest.dynamicTest(p.image() + " under " + f, () -> boot(images, p, f)));
            }
        }
        return tests.stream();
    }

    private static void boot(Payloads images, Payload p, Firmware f) throws Exception {
        MachineConfig config = f.config()
                .withDrives(Map.of(p.drive(), new DriveImage(images.image(p.image()), false)))
                .withBootOrder(List.of(p.drive() == Drive.CDROM ? "d" : "a"));
        try (Guest guest = new Guest(config)) {
            p.script().drive(guest);
        }
    }
}
