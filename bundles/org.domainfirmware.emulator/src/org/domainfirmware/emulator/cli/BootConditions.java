package org.domainfirmware.emulator.cli;

import java.util.regex.Pattern;

/** When to stop with success: the {@code --until} options. */
final class BootConditions {
    private final Pattern screen;
    private final Pattern serial;
    private final Pattern debugcon;
    /** POST code, or -1. */
    private final int post;

    BootConditions(BootOptions o) throws InputException {
        screen = o.untilScreen == null ? null : ScriptedKeys.pattern(o.untilScreen, "--until-screen");
        serial = o.untilSerial == null ? null : ScriptedKeys.pattern(o.untilSerial, "--until-serial");
        debugcon = o.untilDebugcon == null ? null : ScriptedKeys.pattern(o.untilDebugcon, "--until-debugcon");
        post = o.untilPost == null ? -1 : BootConfig.number("0x" + o.untilPost, "--until-post", 0xFF);
    }

    boolean wantsScreen() {
        return screen != null;
    }

    boolean screenHolds(String text) {
        return screen != null && screen.matcher(text).find();
    }

    boolean serialHolds(OutputText output) {
        return serial != null && output.newlyMatches(serial);
    }

    boolean debugconHolds(OutputText output) {
        return debugcon != null && output.newlyMatches(debugcon);
    }

    boolean isPost(int code) {
        return code == post;
    }
}
