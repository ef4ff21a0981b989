package org.domainfirmware.emulator.cli.bench;

import java.nio.file.Path;
import java.util.List;

/** QEMU with its translator (TCG), without KVM. */
final class QemuRun extends ForeignRun {
    QemuRun(Path folder) {
        super(folder);
    }

    @Override
    String name() {
        return "QEMU TCG";
    }

    @Override
    String program() {
        return "qemu-system-i386";
    }

    @Override
    List<String> command(Path image, Path serial, Path work) {
        return List.of(program(), "-accel", "tcg", "-m", "64", "-display", "none", "-no-reboot", "-drive",
                "if=floppy,format=raw,readonly=on,file=" + image, "-serial", "file:" + serial);
    }
}
