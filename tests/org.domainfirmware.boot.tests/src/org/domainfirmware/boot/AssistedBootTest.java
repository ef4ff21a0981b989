package org.domainfirmware.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.domainfirmware.emulator.loader.DomainStart;
import org.domainfirmware.emulator.machine.DriveImage;
import org.domainfirmware.emulator.machine.MachineConfig;
import org.domainfirmware.emulator.machine.MachineConfig.Drive;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The same systems in a domain, whose real mode is the VM86 monitor's, and in full real mode: the same text on the
 * screen, and what the monitor costs.
 */
class AssistedBootTest {
    private static final double NO_LIMIT = Double.MAX_VALUE;

    /**
     * A payload.
     *
     * @param until what the screen must come to
     * @param told text both modes must show then
     * @param most limit of assisted to full instructions
     */
    private record Payload(String image, Drive drive, String until, String told, double most) { }

    /** What came of a run. */
    private record Outcome(String screen, long instructions) { }

    private static final List<Payload> PAYLOADS = List.of(
            new Payload("syslinux.img", Drive.FDA, "^boot: ?$", "hello from syslinux", 1.5),
            new Payload("isolinux.iso", Drive.CDROM, "^boot: ?$", "hello from isolinux", 1.5),
            new Payload("grub1.img", Drive.FDA, "^grub> ?$", "Minimal BASH-like line editing", NO_LIMIT),
            new Payload("grub2.img", Drive.FDA, "^grub> ?$", "Minimal BASH-like line editing", 1.5),
            new Payload("grub2.iso", Drive.CDROM, "^grub> ?$", "Minimal BASH-like line editing", 1.5),
            new Payload("memdisk.img", Drive.FDA, "hello from memdisk", "hello from memdisk", NO_LIMIT),
            new Payload("memtest.img", Drive.FDA, "Pass: +0 +Errors: 0", "Memtest86+", NO_LIMIT),
            new Payload("ipxe.img", Drive.FDA, "No more network devices", "iPXE initialising devices...ok", 1.5));

    @TestFactory
    Stream<DynamicTest> payloadsBootTheSame() throws Exception {
        Payloads images = new Payloads();
        List<DynamicTest> tests = new ArrayList<>();
        for (Payload p : PAYLOADS) {
            tests.add(DynamicTest.dynamicTest(p.image(), () -> compare(images, p)));
        }
        tests.add(DynamicTest.dynamicTest("linux.iso", () -> linux(images)));
        return tests.stream();
    }

    private static void compare(Payloads images, Payload p) throws Exception {
        Outcome full = boot(images, p, false);
        Outcome assisted = boot(images, p, true);
        assertTrue(full.screen().contains(p.told()), full.screen());
        assertTrue(assisted.screen().contains(p.told()), assisted.screen());
        if (p.most() != NO_LIMIT) {
            assertEquals(full.screen(), assisted.screen());
        }
        double ratio = (double) assisted.instructions() / full.instructions();
        System.out.printf("%s: %d instructions, assisted %d, ratio %.2f%n", p.image(), full.instructions(),
                assisted.instructions(), ratio);
        assertTrue(ratio < p.most(), p.image() + " costs " + ratio);
    }

    private static Outcome boot(Payloads images, Payload p, boolean assisted) throws Exception {
        try (Guest guest = new Guest(config(images, p.image(), p.drive()))) {
            if (assisted) {
                becomeDomain(guest);
            }
            guest.awaitScreen(p.until(), 60);
            assertNull(guest.machine().domainError());
            return new Outcome(guest.screen(), guest.machine().clock().instructions());
        }
    }

    private static MachineConfig config(Payloads images, String image, Drive drive) throws Exception {
        return Firmware.OURS.config().withDrives(Map.of(drive, new DriveImage(images.image(image), false)))
                .withBootOrder(List.of(drive == Drive.CDROM ? "d" : "a"));
    }

    private static void becomeDomain(Guest guest) throws Exception {
        Path loader = Path.of(System.getProperty("org.domainfirmware.firmware", "build/firmware"), "vmxloader.elf");
        DomainStart.start(guest.machine(), "vmxloader.elf", Files.readAllBytes(loader));
    }

    private static long linuxInstructions(Payloads images, boolean assisted) throws Exception {
        try (Guest guest = new Guest(config(images, "linux.iso", Drive.CDROM))) {
            if (assisted) {
                becomeDomain(guest);
            }
            int from = guest.awaitSerial("guest is up", 0, 150);
            guest.awaitSerial("/ # ", from - 20, 20);
            guest.send("echo $((6*7))\n");
            guest.awaitSerial("^42", from, 20);
            assertNull(guest.machine().domainError());
            return guest.machine().clock().instructions();
        }
    }

    private static void linux(Payloads images) throws Exception {
        long full = linuxInstructions(images, false);
        long assisted = linuxInstructions(images, true);
        double ratio = (double) assisted / full;
        System.out.printf("linux.iso: %d instructions, assisted %d, ratio %.2f%n", full, assisted, ratio);
        assertTrue(ratio < 1.5, "Linux costs " + ratio);
    }
}
