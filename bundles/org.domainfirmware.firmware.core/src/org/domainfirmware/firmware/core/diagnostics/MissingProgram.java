package org.domainfirmware.firmware.core.diagnostics;

import org.domainfirmware.firmware.core.toolchain.Tool;

/** What to tell a person whose machine lacks a program that the build calls. */
public final class MissingProgram {
    private MissingProgram() {
    }

    /** @param program its name, or path */
    public static String message(String program) {
        String name = program.substring(program.lastIndexOf('/') + 1);
        return Tool.named(name)
                .map(t -> name + " is not installed: it is in the package " + t.debianPackage() + " of Debian and Ubuntu, "
                        + t.fedoraPackage() + " of Fedora")
                .orElse("The program " + program + " is not installed");
    }
}
