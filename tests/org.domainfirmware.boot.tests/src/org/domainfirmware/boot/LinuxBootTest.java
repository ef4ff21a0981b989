package org.domainfirmware.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.domainfirmware.emulator.debug.E820Recorder;
import org.domainfirmware.emulator.debug.E820View;
import org.domainfirmware.emulator.machine.DriveImage;
import org.domainfirmware.emulator.machine.MachineConfig;
import org.domainfirmware.emulator.machine.MachineConfig.Drive;
import org.domainfirmware.emulator.machine.RunEnd;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Debian's Linux 6.1 for i386, from a CD by ISOLINUX to a busybox shell on the first serial port, and off again. Slower, and no part of
 * this: {@code tests/payloads/installer.sh FOLDER} boots the Debian installer to its language menu.
 */
class LinuxBootTest {
    private static final String PROMPT = "# (\u001b\\[6n)?$";
    private static final int DISK_BYTES = 16 << 20;
    /** What Linux says of tables that it does not like. */
    private static final String COMPLAINTS = "firmware bug|bios bug|acpi (bios )?(error|warning|exception)"
            + "|(incorrect|invalid|bad|wrong) checksum|dmi not present|smbios.*(invalid|broken)|mptable: bad";
    /** What Linux calls the types of E820 entries. */
    private static final Map<Integer, String> TYPES = Map.of(1, "usable", 2, "reserved", 3, "ACPI data", 4, "ACPI NVS");

    @TempDir
    private Path folder;

    @Test
    void shellDiskAndPowerOffUnderOurFirmware() throws Exception {
        session(Firmware.OURS);
    }

    @Test
    void shellDiskAndPowerOffUnderSeaBios() throws Exception {
        session(Firmware.SEABIOS);
    }

    private void session(Firmware firmware) throws Exception {
        Path disk = folder.resolve("disk.img");
        try (RandomAccessFile file = new RandomAccessFile(disk.toFile(), "rw")) {
            file.setLength(DISK_BYTES);
        }
        MachineConfig config = firmware.config().withBootOrder(List.of("d")).withDrives(Map.of(
                Drive.CDROM, new DriveImage(new Payloads().image("linux.iso"), false),
                Drive.HDA, new DriveImage(disk, true)));
        try (Guest guest = new Guest(config)) {
            E820Recorder e820 = new E820Recorder(guest.machine().cpu());
            guest.machine().cpu().hook = e820;
            int at = guest.awaitSerial("guest is up", 0, 240);
            guest.awaitSerial(PROMPT, at, 60);
            assertTrue(answer(guest, "echo a$((6*7))b").contains("a42b"));
            assertTrue(answer(guest, "cat /proc/cpuinfo").contains("GenuineIntel"));
            String interrupts = answer(guest, "cat /proc/interrupts");
            assertTrue(interrupts.contains("timer") && interrupts.contains("ata_piix"), interrupts);
            checkMap(answer(guest, "dmesg | grep BIOS-e820"), e820.calls());
            String complaints = answer(guest, "dmesg | grep -iE '" + COMPLAINTS + "'");
            assertFalse(complaints.contains("] "), complaints);
            answer(guest, "mkdosfs /dev/sda && mount -t vfat /dev/sda /mnt");
            answer(guest, "dmesg > /mnt/dmesg.txt; echo written by the guest > /mnt/hello.txt; umount /mnt; sync");
            String again = answer(guest, "mount -t vfat /dev/sda /mnt && grep -c Linux /mnt/dmesg.txt; cat /mnt/hello.txt; umount /mnt");
            assertTrue(again.lines().anyMatch(l -> l.strip().equals("written by the guest")), again);
            guest.send("poweroff -f\n");
            assertEquals(RunEnd.POWERED_OFF, guest.awaitEnd(30));
        }
        String bytes = Files.readString(disk, StandardCharsets.ISO_8859_1);
        assertTrue(bytes.contains("written by the guest\n") && bytes.contains("FAT"), "the file is not on the disk image");
        assertEquals(DISK_BYTES, Files.size(disk));
    }

    /** What a command printed. */
    private static String answer(Guest guest, String command) throws Exception {
        int from = guest.serial().length();
        guest.send(command + "\n");
        guest.awaitSerial("\n.*" + PROMPT, from, 60);
        return guest.serial().substring(from);
    }

    /** The kernel's list is what INT 15h E820h returned, no entry less and none more. */
    private static void checkMap(String dmesg, List<E820View.Call> calls) {
        Matcher line = Pattern.compile("BIOS-e820: \\[mem 0x([0-9a-f]+)-0x([0-9a-f]+)\\] (\\w+( \\w+)?)").matcher(dmesg);
        Set<String> kernel = new TreeSet<>();
        while (line.find()) {
            kernel.add(line.group(1) + "-" + line.group(2) + " " + line.group(3));
        }
        Set<String> bios = new TreeSet<>();
        for (E820View.Call call : calls) {
            if (!call.failed()) {
                E820View.Entry e = call.entry();
                bios.add(String.format("%016x-%016x %s", e.base(), e.base() + e.length() - 1, TYPES.get(e.type())));
            }
        }
        assertTrue(kernel.size() >= 4, dmesg);
        assertEquals(String.join("\n", bios), String.join("\n", kernel));
    }
}
