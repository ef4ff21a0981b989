package org.domainfirmware.emulator.cli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Bochs with its VNC display, which nobody looks at; a build with debugger is told to continue. */
final class BochsRun extends ForeignRun {
    private static final String SETTINGS = """
            plugin_ctrl: unmapped=true, speaker=false, gameport=false, parallel=false
            sound: driver=dummy
            config_interface: textconfig
            display_library: rfb, options="timeout=0"
            romimage: file=$BXSHARE/BIOS-bochs-latest
            vgaromimage: file=$BXSHARE/VGABIOS-lgpl-latest
            megs: 64
            floppya: 1_44=%s, status=inserted
            boot: floppy
            com1: enabled=1, mode=file, dev=%s
            log: %s
            clock: sync=none
            panic: action=fatal
            error: action=ignore
            info: action=ignore
            """;

    BochsRun(Path folder) {
        super(folder);
    }

    @Override
    String name() {
        return "Bochs";
    }

    @Override
    String program() {
        return "bochs";
    }

    @Override
    List<String> command(Path image, Path serial, Path work) throws IOException {
        Path settings = work.resolve("bochsrc");
        Path commands = work.resolve("bochs.debugger");
        Files.writeString(settings, String.format(SETTINGS, image, serial, work.resolve("bochs.out")));
        Files.writeString(commands, "c\n");
        return List.of(program(), "-q", "-f", settings.toString(), "-rc", commands.toString());
    }
}
