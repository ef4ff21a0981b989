package org.domainfirmware.emulator.debug;

import org.domainfirmware.emulator.machine.Machine;

/** Words for a defect of the emulator: what it was and what the guest was doing. */
public final class DefectReport {
    private static final int FRAMES = 6;

    private DefectReport() {
    }

    /** One line about a defect met while a machine ran. */
    public static String of(Machine machine, Throwable defect) {
        return "The emulator has a defect: " + defect + String.format(" at %04X:%08X after %d instructions",
                machine.cpu().s.cs.selector, machine.cpu().s.eip, machine.clock().instructions()) + where(defect);
    }

    /** One line about a defect outside a machine. */
    public static String of(Throwable defect) {
        return "The emulator has a defect: " + defect + where(defect);
    }

    private static String where(Throwable defect) {
        StringBuilder text = new StringBuilder();
        StackTraceElement[] frames = defect.getStackTrace();
        for (int i = 0; i < Math.min(FRAMES, frames.length); i++) {
            text.append(i == 0 ? "; in " : ", ").append(frames[i].getClassName().replaceAll(".*\\.", "")).append('.')
                    .append(frames[i].getMethodName()).append(':').append(frames[i].getLineNumber());
        }
        return text.toString();
    }
}
