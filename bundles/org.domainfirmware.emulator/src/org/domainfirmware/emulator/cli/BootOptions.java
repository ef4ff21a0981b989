package org.domainfirmware.emulator.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The options of {@code dfw boot}, as GNU tools write them. */
final class BootOptions {
    @Option(names = "--rombios", paramLabel = "FILE", description = "system ROM (default: the built one)")
    Path rombios;
    @Option(names = "--vgabios", paramLabel = "FILE", description = "VGA ROM (default: the built one; 'none' for none)")
    String vgabios;
    @Option(names = "--option-rom", paramLabel = "FILE[@HEXADDR]", description = "another ROM (repeatable)")
    List<String> optionRoms = new ArrayList<>();

    @Option(names = "--kernel", paramLabel = "FILE",
            description = "start this instead of the boot devices: 32-bit ELF, Multiboot 1 image or Linux bzImage")
    Path kernel;
    @Option(names = "--append", paramLabel = "TEXT", description = "command line of the kernel")
    String append = "";
    @Option(names = "--initrd", paramLabel = "FILE", description = "initial RAM disk, or module (repeatable)")
    List<Path> initrds = new ArrayList<>();

    @Option(names = "--memory", paramLabel = "MIB", description = "RAM (default: ${DEFAULT-VALUE} MiB)")
    int memory = 64;
    @Option(names = "--cpu", paramLabel = "MODEL", description = "386, 486, pentium or ppro (default: ${DEFAULT-VALUE})")
    String cpu = "ppro";
    @Option(names = "--real-mode", paramLabel = "full|assist",
            description = "assist: a partition without real mode, by the VM86 monitor (default: ${DEFAULT-VALUE})")
    String realMode = "full";

    @Option(names = "--fda", paramLabel = "IMAGE", description = "floppy in A:")
    Path fda;
    @Option(names = "--fdb", paramLabel = "IMAGE", description = "floppy in B:")
    Path fdb;
    @Option(names = "--hda", paramLabel = "IMAGE", description = "first disk")
    Path hda;
    @Option(names = "--hdb", paramLabel = "IMAGE", description = "second disk")
    Path hdb;
    @Option(names = "--cdrom", paramLabel = "IMAGE", description = "CD-ROM")
    Path cdrom;
    @Option(names = "--write", description = "the guest's writes change the images (default: kept in memory)")
    boolean write;
    @Option(names = "--boot", paramLabel = "a|c|d[,..]", split = ",", description = "boot order (default: what is there)")
    List<String> boot = new ArrayList<>();

    @Option(names = "--serial", paramLabel = "stdio|file:F|none", description = "COM1 (default: ${DEFAULT-VALUE})")
    String serial = "stdio";
    @Option(names = "--serial2", paramLabel = "stdio|file:F|none", description = "COM2 (default: ${DEFAULT-VALUE})")
    String serial2 = "none";
    @Option(names = "--debugcon", paramLabel = "stdio|file:F|none", description = "port E9h (default: ${DEFAULT-VALUE})")
    String debugcon = "none";

    @Option(names = "--type", paramLabel = "after:REGEX=KEYS",
            description = "type KEYS when REGEX is on the text screen (repeatable, in order)")
    List<String> type = new ArrayList<>();

    @Option(names = "--until-screen", paramLabel = "RE", description = "stop with 0 when the text screen matches")
    String untilScreen;
    @Option(names = "--until-serial", paramLabel = "RE", description = "stop with 0 when COM1's output matches")
    String untilSerial;
    @Option(names = "--until-debugcon", paramLabel = "RE", description = "stop with 0 when port E9h's output matches")
    String untilDebugcon;
    @Option(names = "--until-post", paramLabel = "HEX", description = "stop with 0 at this POST code")
    String untilPost;
    @Option(names = "--limit", paramLabel = "SECONDS", description = "guest time; then stop with 1")
    Double limit;
    @Option(names = "--limit-instructions", paramLabel = "N", description = "instructions; then stop with 1")
    Long limitInstructions;
    @Option(names = "--timeout", paramLabel = "SECONDS", description = "host time; then stop with 1")
    Double timeout;

    @Option(names = "--screen-text", description = "print the text screen at the end")
    boolean screenText;
    @Option(names = "--screenshot", paramLabel = "F.png", description = "save the screen at the end")
    Path screenshot;
    @Option(names = "--e820", description = "print the E820 calls and the machine's map at the end")
    boolean e820;
    @Option(names = "--state", description = "print the processor's state at the end")
    boolean state;
    @Option(names = "--trace-assist", paramLabel = "FILE",
            description = "log every stay in the VM86 monitor (with --real-mode assist)")
    Path traceAssist;
    @Option(names = "--debug-exit", paramLabel = "PORT", description = "a write of V there ends with status V*2+1")
    String debugExit;
    @Option(names = "--report", paramLabel = "F.json", description = "save a report at the end")
    Path report;
    @Option(names = "--rtc", paramLabel = "ISO8601", description = "clock at power-on (default: 2000-01-01T00:00:00)")
    String rtc;
}
