package org.domainfirmware.debug.core.launch;

import java.util.List;
import org.domainfirmware.debug.core.DebugCore;

/**
 * Attributes of a "PC Guest" launch configuration. File names may hold string variables
 * ({@code ${workspace_loc:/project/file}}); an empty one means the default said below.
 */
public final class LaunchAttributes {
    private static final String PREFIX = DebugCore.PLUGIN_ID + ".";

    /** String: name of the firmware project; empty: none. Built before each launch. */
    public static final String PROJECT = PREFIX + "project";
    /** String: system ROM file; empty: the project's, else that of the preferences, else the product's. */
    public static final String ROMBIOS = PREFIX + "rombios";
    /** String: VGA ROM file, or {@link #NONE}; empty: the project's, else that of the preferences, else the product's. */
    public static final String VGABIOS = PREFIX + "vgabios";
    /** List of strings "FILE" or "FILE@HEXADDRESS": option ROMs. */
    public static final String OPTION_ROMS = PREFIX + "optionRoms";
    /** List of strings: further ELF files to take symbols from, beside those next to the ROM files. */
    public static final String SYMBOL_FILES = PREFIX + "symbolFiles";

    /**
     * String: {@link #REAL_MODE_FULL}, or {@link #REAL_MODE_ASSIST}: the guest is a domain on hardware without real mode,
     * started from the loader; its VM86 monitor runs real-mode code.
     */
    public static final String REAL_MODE = PREFIX + "realMode";
    /** String: the loader of a domain (vmxloader, 32-bit ELF); empty: the project's, without a project the product's. */
    public static final String DOMAIN_LOADER = PREFIX + "domainLoader";
    /** Integer: RAM in MiB, 1 to 2047. */
    public static final String MEMORY = PREFIX + "memory";
    /** String: "386", "486", "pentium" or "ppro". */
    public static final String CPU = PREFIX + "cpu";
    /** String: start of the clock, ISO 8601 local time; empty: 2000-01-01T00:00:00. */
    public static final String RTC = PREFIX + "rtc";
    /** Integer: guest time an instruction takes, nanoseconds. */
    public static final String INSTRUCTION_PERIOD = PREFIX + "instructionPeriod";
    /** Boolean: the guest goes no faster than real time. */
    public static final String REAL_TIME = PREFIX + "realTime";
    /** Boolean: a triple fault stops the guest; otherwise it resets, as a PC does. */
    public static final String STOP_ON_SHUTDOWN = PREFIX + "stopOnShutdown";

    /** Names of the drives, in the order of their tab. */
    public static final List<String> DRIVES = List.of("fda", "fdb", "hda", "hdb", "cdrom");
    /** String: boot order, letters of a (floppy), c (disk), d (CD-ROM) with commas between; empty: drives with an image. */
    public static final String BOOT_ORDER = PREFIX + "bootOrder";

    /** Number of serial ports. */
    public static final int SERIAL_PORTS = 4;
    /** String: file that takes what the guest writes to the debug console; empty: none. */
    public static final String DEBUG_CONSOLE_FILE = PREFIX + "debugConsoleFile";
    /** Boolean: console for the debug console (port E9h). */
    public static final String DEBUG_CONSOLE = PREFIX + "debugConsole";

    /** String: one of {@link #STOP_NOWHERE}, {@link #STOP_AT_RESET}, {@link #STOP_AT_BOOT_SECTOR}, {@link #STOP_AT_SYMBOL}. */
    public static final String STOP_AT = PREFIX + "stopAt";
    /** String: the symbol or address ("post_main", "F000:E05B") for {@link #STOP_AT_SYMBOL}. */
    public static final String STOP_SYMBOL = PREFIX + "stopSymbol";

    /** Value of {@link #VGABIOS}: no VGA ROM. */
    public static final String NONE = "none";
    public static final String REAL_MODE_FULL = "full";
    public static final String REAL_MODE_ASSIST = "assist";
    public static final String STOP_NOWHERE = "nowhere";
    public static final String STOP_AT_RESET = "reset";
    public static final String STOP_AT_BOOT_SECTOR = "bootSector";
    public static final String STOP_AT_SYMBOL = "symbol";

    public static final int MOST_MEMORY = 2047;
    public static final int DEFAULT_MEMORY = 64;
    public static final String DEFAULT_CPU = "ppro";
    public static final int DEFAULT_INSTRUCTION_PERIOD = 10;
    public static final int LONGEST_INSTRUCTION_PERIOD = 10_000;

    private LaunchAttributes() {
    }

    /** String attribute: image in a drive; empty: none. */
    public static String drive(String name) {
        return PREFIX + "drive." + name;
    }

    /** What the user calls a drive. */
    public static String driveLabel(String name) {
        return switch (name) {
            case "fda" -> "Floppy A";
            case "fdb" -> "Floppy B";
            case "hda" -> "Disk 1";
            case "hdb" -> "Disk 2";
            default -> "CD-ROM";
        };
    }

    /** Boolean attribute: the guest's writes go to the image itself; otherwise to an overlay in memory. */
    public static String writeThrough(String name) {
        return PREFIX + "writeThrough." + name;
    }

    /** Boolean attribute: console for a serial port, 0 to 3. Default: true for port 0. */
    public static String serialConsole(int port) {
        return PREFIX + "serialConsole." + port;
    }

    /** String attribute: file that takes the output of a serial port, 0 to 3; empty: none. */
    public static String serialFile(int port) {
        return PREFIX + "serialFile." + port;
    }
}
