package org.domainfirmware.emulator.debug;

import org.domainfirmware.emulator.machine.Machine;

/** Words for a defect of the emulator: what it was and what the guest was doing. */
final class DefectReport {
    private static final int FRAMES = 6;

    private DefectReport() {
    }

    static String of(Machine machine, Throwable defect) {
        StringBuilder text = new StringBuilder("The emulator has a defect: ").append(defect).append(String.format(
                " at %04X:%08X after %d instructions", machine.cpu().s.cs.selector, machine.cpu().s.eip,
                machine.clock().instructions()));
        StackTraceElement[] frames = defect.getStackTrace();
        for (int i = 0; i < Math.min(FRAMES, frames.length); i++) {
            text.append(i == 0 ? "; in " : ", ").append(frames[i].getClassName().replaceAll(".*\\.", "")).append('.')
                    .append(frames[i].getMethodName()).append(':').append(frames[i].getLineNumber());
        }
        return text.toString();
    }
}
