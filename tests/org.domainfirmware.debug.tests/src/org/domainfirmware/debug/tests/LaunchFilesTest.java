package org.domainfirmware.debug.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.domainfirmware.debug.core.DebugCore;
import org.domainfirmware.debug.core.launch.DefaultFirmware;
import org.domainfirmware.debug.core.launch.GuestSettings;
import org.domainfirmware.debug.core.launch.LaunchAttributes;
import org.domainfirmware.debug.core.model.GuestSession;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.core.ILaunchManager;
import org.junit.jupiter.api.Test;

/** The files of a launch configuration: variables in their names, defaults, output, and what is refused. */
class LaunchFilesTest extends GuestTest {
    /** mov dx,3F8h; mov al,'A'; out dx,al; mov dx,2F8h; mov al,'B'; out dx,al; out E9h,al; cli; hlt. */
    private static final int[] ONE_LETTER_A_PORT = {0xBA, 0xF8, 0x03, 0xB0, 'A', 0xEE, 0xBA, 0xF8, 0x02, 0xB0, 'B', 0xEE, 0xE6, 0xE9, 0xFA, 0xF4};

    private String refusal(Map<String, Object> attributes) throws Exception {
        ILaunchConfigurationWorkingCopy c = guests.configuration("bad files");
        attributes.forEach(c::setAttribute);
        CoreException e = assertThrows(CoreException.class, () -> c.launch(ILaunchManager.RUN_MODE, null, false, true));
        assertEquals(0, DebugPlugin.getDefault().getLaunchManager().getLaunches().length, "a launch is left behind");
        return e.getStatus().getMessage();
    }

    private void refused(String message, Map<String, Object> attributes) throws Exception {
        String said = refusal(attributes);
        assertTrue(said.contains(message), said);
    }

    private Path file(String name, byte... bytes) throws Exception {
        return Files.write(folder.resolve(name), bytes);
    }

    private static Map<String, Object> optionRom(Path file, String address) {
        return Map.of(LaunchAttributes.OPTION_ROMS, List.of(file + address));
    }

    @Test
    void optionRomsThatNoBiosWouldCallAreRefused() throws Exception {
        byte[] rom = Files.readAllBytes(Guests.firmware().resolve("optionrom.rom"));
        rom[100]++;
        refused("sum.rom: The bytes add up to 01h instead of 0", optionRom(file("sum.rom", rom), ""));
        rom[0] = 0;
        refused("start.rom: It does not start with 55 AA", optionRom(file("start.rom", rom), ""));
        refused("long.rom: The header says 1024 bytes, the image has only 6", optionRom(file("long.rom", (byte) 0x55, (byte) 0xAA, (byte) 2,
                (byte) 0, (byte) 0, (byte) 0), ""));
        refused("big.rom has 131073 bytes; 1 to 131072 are possible", optionRom(file("big.rom", new byte[(128 << 10) + 1]), ""));
        refused("is empty", optionRom(file("empty.rom"), ""));
        refused(folder + " is a folder", optionRom(folder, ""));
    }

    @Test
    void optionRomsInAWrongPlaceAreRefused() throws Exception {
        Path rom = Guests.firmware().resolve("optionrom.rom");
        refused("'zz' is not a hexadecimal address", optionRom(rom, "@zz"));
        refused("an option ROM cannot be at C8001h", optionRom(rom, "@C8001"));
        refused("overlaps the VGA ROM", optionRom(rom, "@C0000"));
        refused("VM86 monitor at D0000h to DFFFFh", Map.of(LaunchAttributes.OPTION_ROMS, List.of(rom + "@D0000"),
                LaunchAttributes.REAL_MODE, LaunchAttributes.REAL_MODE_ASSIST,
                LaunchAttributes.DOMAIN_LOADER, Guests.firmware().resolve("vmxloader.elf").toString()));
    }

    @Test
    void imagesAreRefusedBeforeAnythingStarts() throws Exception {
        String odd = file("odd.img", new byte[1000]).toString();
        refused("1000 bytes are no floppy format; pad the image to 160 KiB", Map.of(LaunchAttributes.drive("fda"), odd));
        refused("are no whole number of 512-byte sectors", Map.of(LaunchAttributes.drive("hda"), odd));
        String floppy = Guests.floppy(folder, 0xF4).toString();
        refused("is in two drives (fda and fdb) and the guest's writes change it", Map.of(LaunchAttributes.drive("fda"), floppy,
                LaunchAttributes.drive("fdb"), floppy, LaunchAttributes.writeThrough("fdb"), true));
    }

    @Test
    void aSystemRomOfTheWrongSizeIsNamed() throws Exception {
        Path odd = file("odd.rom", new byte[70_000]);
        refused(odd + ": a system ROM has 64, 128, 192 or 256 KiB, not 70000 bytes", Map.of(LaunchAttributes.ROMBIOS, odd.toString()));
    }

    @Test
    void outputThatHasNoPlaceIsRefusedAndLeavesNothing() throws Exception {
        refused("File of COM1: there is no folder", Map.of(LaunchAttributes.serialFile(0), folder.resolve("no/such/file").toString()));
        refused("is a folder; name a file in it", Map.of(LaunchAttributes.DEBUG_CONSOLE_FILE, folder.toString()));
        String out = folder.resolve("out.txt").toString();
        refused("takes the output of another port already", Map.of(LaunchAttributes.serialFile(0), out, LaunchAttributes.serialFile(1), out));
        // Nobody, not even root, makes files there: it is seen only when the file is opened.
        refused("/proc/dfw.txt for the guest's output cannot be written", Map.of(LaunchAttributes.serialFile(0), "/proc/dfw.txt"));
    }

    @Test
    void outputGoesToFiles() throws Exception {
        ILaunchConfigurationWorkingCopy c = guests.configuration("output");
        c.setAttribute(LaunchAttributes.drive("fda"), Guests.floppy(folder, ONE_LETTER_A_PORT).toString());
        c.setAttribute(LaunchAttributes.serialFile(0), "${env_var:OUT}/com1.txt");
        c.setAttribute(LaunchAttributes.serialFile(1), "${env_var:OUT}/com2.txt");
        c.setAttribute(LaunchAttributes.DEBUG_CONSOLE_FILE, folder.resolve("debug.txt").toString());
        c.setAttribute(ILaunchManager.ATTR_ENVIRONMENT_VARIABLES, Map.of("OUT", folder.toString()));
        ILaunch launch = c.launch(ILaunchManager.RUN_MODE, null, false, true);
        Path com1 = folder.resolve("com1.txt");
        Guests.await("the letter in the file", () -> com1.toFile().length() == 1 && folder.resolve("com2.txt").toFile().length() == 1);
        launch.terminate();
        Guests.await("the end", launch::isTerminated);
        assertEquals("A", Files.readString(com1));
        assertEquals("B", Files.readString(folder.resolve("com2.txt")));
        String debug = Files.readString(folder.resolve("debug.txt"));
        assertTrue(debug.startsWith("ROMBIOS: power-on self test") && debug.endsWith("B"), debug);
    }

    @Test
    void variablesOfWorkspaceAndEnvironmentAreReplaced() throws Exception {
        ILaunchConfigurationWorkingCopy c = guests.configuration("variables");
        c.setAttribute(LaunchAttributes.ROMBIOS, "${env_var:FIRMWARE}/rombios.rom");
        c.setAttribute(LaunchAttributes.SYMBOL_FILES, List.of("${workspace_loc:/guests/sources/rombios/post.c}"));
        c.setAttribute(ILaunchManager.ATTR_ENVIRONMENT_VARIABLES, Map.of("FIRMWARE", Guests.firmware().toString()));
        GuestSettings settings = GuestSettings.of(c);
        assertEquals(Guests.firmware().resolve("rombios.rom"), settings.rombios());
        assertTrue(settings.symbols().stream().anyMatch(s -> s.file().equals(Guests.root().resolve("firmware-src/rombios/post.c"))),
                () -> settings.symbols().toString());
        refused("Floppy A: '${no_such_variable}' cannot be expanded", Map.of(LaunchAttributes.drive("fda"), "${no_such_variable}"));
    }

    @Test
    void thePreferencesNameTheFirmwareOfThoseWhoNameNone() throws Exception {
        Path mine = Files.copy(Guests.firmware().resolve("rombios.rom"), folder.resolve("mine.rom"));
        ILaunchConfigurationWorkingCopy c = guests.configuration("default");
        c.removeAttribute(LaunchAttributes.ROMBIOS);
        c.removeAttribute(LaunchAttributes.PROJECT);
        var preferences = InstanceScope.INSTANCE.getNode(DebugCore.PLUGIN_ID);
        try {
            preferences.put(DefaultFirmware.ROMBIOS, mine.toString());
            assertEquals(mine, GuestSettings.of(c).rombios());
            c.setAttribute(LaunchAttributes.ROMBIOS, Guests.firmware().resolve("rombios.rom").toString());
            assertFalse(GuestSettings.of(c).rombios().equals(mine), "the configuration's own comes first");
            c.removeAttribute(LaunchAttributes.ROMBIOS);
            Files.delete(mine);
            CoreException e = assertThrows(CoreException.class, () -> GuestSettings.of(c));
            assertTrue(e.getMessage().contains("Preferences > Firmware Workbench"), e.getMessage());
        } finally {
            preferences.remove(DefaultFirmware.ROMBIOS);
        }
    }

    @Test
    void aGuestTooLargeForTheHeapIsRefused() throws Exception {
        long heap = Runtime.getRuntime().maxMemory() >> 20;
        int memory = LaunchAttributes.MOST_MEMORY;
        if (heap < memory) {
            refused("does not fit into the workbench's heap of " + heap + " MiB", Map.of(LaunchAttributes.MEMORY, memory));
        } else {
            ILaunchConfigurationWorkingCopy c = guests.configuration("large");
            c.setAttribute(LaunchAttributes.MEMORY, memory);
            assertEquals(memory, GuestSession.of(c.launch(ILaunchManager.RUN_MODE, null, false, true)).settings().machine().memoryMiB());
        }
    }
}
