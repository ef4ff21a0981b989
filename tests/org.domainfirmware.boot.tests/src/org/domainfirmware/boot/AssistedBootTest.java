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
 * screen, the same answers to keys, and what the monitor costs until then.
 */
class AssistedBootTest {
    private static final double MOST = 1.5;
    /** Systems poll for keys once they are up: a coarser look would count that, not the boot. */
    private static final long LOOK_NANOS = 500_000;
    private static final String NOTHING = "(?!)";
    private static final String GRUB = "Minimal BASH-like line editing";

    /**
     * A payload.
     *
     * @param until what the screen must come to
     * @param told text both modes must show then
     * @param keys typed then, and what the screen must come to after that; none if empty
     * @param varies what the two screens may differ in
     */
    private record Payload(String image, Drive drive, String until, String told, String keys, String answer, String varies) {
        Payload(String image, Drive drive, String until, String told) {
            this(image, drive, until, told, "", "", NOTHING);
        }
    }

    /** What came of a run: screens and instructions at the first text. */
    private record Outcome(String screen, String answer, long instructions) { }

    private static final List<Payload> PAYLOADS = List.of(
            new Payload("syslinux.img", Drive.FDA, "^boot: ?$", "hello from syslinux", "nosuch\n",
                    "failed: No such file or directory\nboot: ?$", NOTHING),
            new Payload("isolinux.iso", Drive.CDROM, "^boot: ?$", "hello from isolinux", "nosuch\n",
                    "failed: No such file or directory\nboot: ?$", NOTHING),
            new Payload("grub1.img", Drive.FDA, "^grub> ?$", GRUB, "help\n", "root \\[DEVICE[\\s\\S]*^grub> ?$", NOTHING),
            new Payload("grub2.img", Drive.FDA, "^grub> ?$", GRUB, "ls (fd0)\n", "^[^l]*Device fd0.*[\\s\\S]*^grub> ?$", NOTHING),
            new Payload("grub2.iso", Drive.CDROM, "^grub> ?$", GRUB, "cat /boot/grub/grub.cfg\n",
                    "^echo \"hello from grub on a cd\"", NOTHING),
            // The domain builder's memory map is shorter than the ROM's own: it has no area below 4 GiB.
            new Payload("memdisk.img", Drive.FDA, "hello from memdisk", "hello from memdisk", "", "",
                    "(?m)^(Loading inner.*|e820: .*|Code .*|Total size .*)\n"),
            // What the test is at, and for how long, and the clock as measured: 999 or 1000 MHz, as the timer's phase happens to be.
            new Payload("memtest.img", Drive.FDA,
                    "Pass +\\d+%[\\s\\S]*Test +\\d+%[\\s\\S]*Test #\\d[\\s\\S]*Pattern: 0x[\\s\\S]*Core #0[\\s\\S]*Pass: +0 +Errors: 0",
                    "Memtest86+", "", "", "Pass +\\d+%.*|Test +\\d+%.*|Test #.*|Testing: .*|Pattern: .*|Time: .*|\\d+ MB/s|CLK/Temp: +\\d+MHz *"),
            new Payload("ipxe.img", Drive.FDA, "No more network devices\\s+Press Ctrl-B.*\\.\\.\\.",
                    "iPXE initialising devices...ok", "<Ctrl+B>", "^iPXE> ?$", NOTHING));

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
        assertEquals(full.screen().replaceAll(p.varies(), ""), assisted.screen().replaceAll(p.varies(), ""));
        assertEquals(full.answer().replaceAll(p.varies(), ""), assisted.answer().replaceAll(p.varies(), ""));
        judgeCost(p.image(), full.instructions(), assisted.instructions());
    }

    private static void judgeCost(String image, long full, long assisted) {
        double ratio = (double) assisted / full;
        System.out.printf("%s: %d instructions, assisted %d, ratio %.2f%n", image, full, assisted, ratio);
        assertTrue(ratio < MOST, image + " costs " + ratio);
    }

    private static Outcome boot(Payloads images, Payload p, boolean assisted) throws Exception {
        try (Guest guest = new Guest(config(images, p.image(), p.drive()))) {
            if (assisted) {
                becomeDomain(guest);
            }
            guest.lookEvery(LOOK_NANOS);
            guest.awaitScreen(p.until(), 60);
            String screen = guest.screen();
            long instructions = guest.machine().clock().instructions();
            if (!p.keys().isEmpty()) {
                guest.type(p.keys());
                guest.awaitScreen(p.answer(), 20);
            }
            assertNull(guest.machine().domainError());
            return new Outcome(screen, guest.screen(), instructions);
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

    private static Outcome bootLinux(Payloads images, boolean assisted) throws Exception {
        try (Guest guest = new Guest(config(images, "linux.iso", Drive.CDROM))) {
            if (assisted) {
                becomeDomain(guest);
            }
            int up = guest.awaitSerial("guest is up", 0, 150);
            guest.awaitSerial("/ # ", up - 20, 20);
            long instructions = guest.machine().clock().instructions();
            int from = guest.serial().length();
            guest.send("echo $((6*7)); ls -l /bin/busybox; grep -c processor /proc/cpuinfo; mount; echo e''nd\n");
            guest.awaitSerial("^end", from, 20);
            assertNull(guest.machine().domainError());
            return new Outcome("", guest.serial().substring(from, guest.serial().lastIndexOf("end")), instructions);
        }
    }

    private static void linux(Payloads images) throws Exception {
        Outcome full = bootLinux(images, false);
        Outcome assisted = bootLinux(images, true);
        assertTrue(full.answer().contains("\n42\r"), full.answer());
        assertEquals(full.answer(), assisted.answer());
        judgeCost("linux.iso", full.instructions(), assisted.instructions());
    }
}
