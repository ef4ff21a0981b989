package org.domainfirmware.debug.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.domainfirmware.emulator.device.reg.Field;
import org.domainfirmware.emulator.machine.DriveImage;
import org.domainfirmware.emulator.machine.Machine;
import org.domainfirmware.emulator.machine.MachineConfig;
import org.domainfirmware.emulator.machine.MachineConfig.Drive;
import org.domainfirmware.emulator.replay.InputEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The BIOS data areas and CMOS in words: values from IBM's manual, and those of a machine of which it is known what it has. */
class BiosDataModelTest {
    private static final Path FIRMWARE = Path.of(System.getProperty("dfw.firmware", "build/firmware"));
    private static final int MIB = 1 << 20;
    private static final int DISKETTE_1440 = 1440 << 10;
    private static final int DISKETTE_1200 = 1200 << 10;
    private static final long SECOND = 1_000_000_000L;
    /** L: mov ah,0; int 16h; jmp L: waits for a key. */
    private static final byte[] WAITS = {(byte) 0xB4, 0, (byte) 0xCD, 0x16, (byte) 0xEB, (byte) 0xFA};
    private static final int LEFT_SHIFT = 0x2A;
    private static final int CAPS_LOCK = 0x3A;

    @TempDir
    Path folder;

    private static byte[] bda(int at, int... values) {
        byte[] bytes = new byte[BiosDataModel.BDA_SIZE];
        for (int i = 0; i < values.length; i++) {
            bytes[at + i] = (byte) values[i];
        }
        return bytes;
    }

    private static Row row(Row area, String name) {
        return area.children().stream().filter(r -> r.cell(0).equals(name)).findFirst().orElseThrow();
    }

    private static String words(Row area, String name) {
        return row(area, name).cell(4);
    }

    @Test
    void theEquipmentWordHasItsFields() {
        Row equipment = row(BiosDataModel.bda(bda(0x10, 0x6D, 0x44)), "equipment");
        assertEquals("diskette drive, pointing device, initial video: 80 x 25 colour, diskette drives: 2, serial ports=2, printers=1",
                equipment.cell(4));
        assertEquals(List.of("serial ports", "bits 11:9", "2", "", ""), equipment.children().get(5).cells());
        assertEquals("446D", equipment.cell(2));
    }

    @Test
    void aVectorIsShownAsSegmentAndOffset() {
        Row resume = row(BiosDataModel.bda(bda(0x67, 0x34, 0x12, 0x00, 0xF0)), "resume vector after reset");
        assertEquals("F000:1234", resume.cell(4));
        assertEquals(List.of(), resume.children());
    }

    @Test
    void aDisketteErrorIsNamed() {
        assertEquals("error: write protected", words(BiosDataModel.bda(bda(0x41, 3)), "diskette status"));
        assertEquals("time-out", words(BiosDataModel.bda(bda(0x41, 0x80)), "diskette status"));
    }

    @Test
    void noAreaHasBitsThatOverlapOrLieOutside() {
        check(BiosDataModel.bda(new byte[BiosDataModel.BDA_SIZE]), BiosFields.BDA, Set.of(0x10));
        check(BiosDataModel.ebda(0x9FC00, new byte[BiosDataModel.EBDA_SIZE]), BiosFields.EBDA, Set.of());
        check(CmosModel.row(new byte[CmosModel.SIZE]), BiosFields.CMOS, Set.of());
    }

    /** Each list of fields is used, and each field has bits of its own within its byte or word. @param words where words are */
    private static void check(Row area, Map<Integer, List<Field>> all, Set<Integer> words) {
        assertEquals(all.size(), area.children().stream().filter(r -> !r.children().isEmpty()).count(), area.cell(0));
        all.forEach((at, fields) -> {
            int size = words.contains(at) ? 16 : 8;
            int used = 0;
            for (Field f : fields) {
                int mask = (1 << f.width()) - 1 << f.lowBit();
                assertEquals(0, used & mask, f + " at " + at);
                assertTrue(f.lowBit() + f.width() <= size, f + " at " + at);
                assertTrue(f.values().size() <= 1 << f.width(), f + " at " + at);
                used |= mask;
            }
        });
    }

    @Test
    void theFirmwareToldTheTruthAboutAKnownMachine() throws Exception {
        byte[] boot = Arrays.copyOf(WAITS, DISKETTE_1440);
        boot[510] = 0x55;
        boot[511] = (byte) 0xAA;
        Path first = Files.write(folder.resolve("a.img"), boot);
        Path second = Files.write(folder.resolve("b.img"), new byte[DISKETTE_1200]);
        Path disk = Files.write(folder.resolve("c.img"), new byte[16 * MIB]);
        MachineConfig config = MachineConfig.of(Files.readAllBytes(FIRMWARE.resolve("rombios.rom")),
                Files.readAllBytes(FIRMWARE.resolve("vgabios.rom"))).withDrives(Map.of(Drive.FDA, new DriveImage(first, false),
                        Drive.FDB, new DriveImage(second, false), Drive.HDA, new DriveImage(disk, false)));
        try (Machine machine = new Machine(config)) {
            run(machine, 20);
            machine.input(new InputEvent.KeyStroke(CAPS_LOCK, true));
            machine.input(new InputEvent.KeyStroke(CAPS_LOCK, false));
            machine.input(new InputEvent.KeyStroke(LEFT_SHIFT, true));
            run(machine, 1);
            byte[] bytes = new byte[BiosDataModel.BDA_SIZE];
            machine.memory().readBytes(BiosDataModel.BDA, bytes, 0, bytes.length);
            Row bda = BiosDataModel.bda(bytes);
            assertEquals("Left Shift, Caps Lock on", words(bda, "keyboard flags 1"));
            assertTrue(words(bda, "keyboard flags 3").contains("101/102 keys"), words(bda, "keyboard flags 3"));
            assertTrue(words(bda, "keyboard LEDs").contains("Caps Lock lit"), words(bda, "keyboard LEDs"));
            String equipment = words(bda, "equipment");
            assertTrue(equipment.startsWith("diskette drive, coprocessor, pointing device"), equipment);
            assertTrue(equipment.contains("diskette drives: 2"), equipment);
            assertEquals("state: 720 KiB, 1.44 MiB or 2.88 MiB, established", words(bda, "diskette 0 media state"));
            assertTrue(words(bda, "video mode set control").startsWith("VGA active"), words(bda, "video mode set control"));
            assertEquals("01", row(bda, "disk count").cell(2));
        }
    }

    private static void run(Machine machine, int seconds) {
        machine.run(Long.MAX_VALUE, machine.clock().nanos() + seconds * SECOND);
    }
}
