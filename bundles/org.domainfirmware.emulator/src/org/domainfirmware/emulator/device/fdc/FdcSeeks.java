package org.domainfirmware.emulator.device.fdc;

import static org.domainfirmware.emulator.device.fdc.FdcStatus.ST0_ABNORMAL;
import static org.domainfirmware.emulator.device.fdc.FdcStatus.ST0_EQUIPMENT_CHECK;
import static org.domainfirmware.emulator.device.fdc.FdcStatus.ST0_POLLING;
import static org.domainfirmware.emulator.device.fdc.FdcStatus.ST0_SEEK_END;

import org.domainfirmware.emulator.device.EventState;
import org.domainfirmware.emulator.snapshot.CorruptSnapshot;
import org.domainfirmware.emulator.snapshot.StateReader;
import org.domainfirmware.emulator.snapshot.StateWriter;
import org.domainfirmware.emulator.time.EventQueue;
import org.domainfirmware.emulator.time.TimedEvent;

/**
 * Head movement of the four units, which goes on while other commands run, and the interrupt
 * status each unit has for SENSE INTERRUPT STATUS.
 */
final class FdcSeeks {
    static final int UNITS = 4;
    /** Guest time of a step: far less than a real drive's 3 ms, so that booting does not idle. */
    private static final long STEP_NANOS = 20_000;
    /** Least time from the command to its interrupt. */
    private static final long SETTLE_NANOS = 50_000;
    /** Steps of a RECALIBRATE before the controller gives up (datasheet 5.2.1). */
    private static final int RECALIBRATE_STEPS = 80;
    private static final int NOTHING = -1;

    private final EventQueue queue;
    private final FloppyDrive[] drives;
    private final Runnable interrupt;
    /** PCN: where the controller believes each head to be. */
    private final int[] presentCylinder = new int[UNITS];
    /** Movement in progress. */
    private final int[] targetCylinder = new int[UNITS];
    private final int[] steps = new int[UNITS];
    private final boolean[] recalibrating = new boolean[UNITS];
    /** ST0 waiting for SENSE INTERRUPT STATUS, or {@link #NOTHING}. */
    private final int[] status = {NOTHING, NOTHING, NOTHING, NOTHING};
    private final TimedEvent[] arrivals = new TimedEvent[UNITS];

    FdcSeeks(EventQueue queue, FloppyDrive[] drives, Runnable interrupt) {
        this.queue = queue;
        this.drives = drives;
        this.interrupt = interrupt;
        for (int i = 0; i < UNITS; i++) {
            int unit = i;
            arrivals[i] = new TimedEvent("fdc.seek" + i) {
                @Override
                protected void fire(long dueNanos) {
                    arrived(unit);
                }
            };
        }
    }

    /** PCN of a unit. */
    int presentCylinder(int unit) {
        return presentCylinder[unit];
    }

    /** Bits 0-3 of MSR: units whose heads move, or whose seek was not yet sensed. */
    int busyMask() {
        int mask = 0;
        for (int i = 0; i < UNITS; i++) {
            boolean seekEnded = status[i] != NOTHING && (status[i] & ST0_POLLING) != ST0_POLLING;
            if (arrivals[i].isScheduled() || seekEnded) {
                mask |= 1 << i;
            }
        }
        return mask;
    }

    void recalibrate(int unit) {
        int away = drives[unit].cylinder();
        recalibrating[unit] = true;
        targetCylinder[unit] = 0;
        start(unit, drives[unit].type() == FloppyDriveType.NONE ? -RECALIBRATE_STEPS : -Math.min(away, RECALIBRATE_STEPS));
    }

    void seek(int unit, int cylinder) {
        recalibrating[unit] = false;
        targetCylinder[unit] = cylinder;
        start(unit, cylinder - presentCylinder[unit]);
    }

    /** RELATIVE SEEK, inwards if positive. */
    void relative(int unit, int count) {
        recalibrating[unit] = false;
        targetCylinder[unit] = presentCylinder[unit] + count & 0xFF;
        start(unit, count);
    }

    /** An implied seek, at once and without interrupt. */
    void implied(int unit, int cylinder) {
        drives[unit].step(cylinder - presentCylinder[unit]);
        presentCylinder[unit] = cylinder;
    }

    private void start(int unit, int count) {
        status[unit] = NOTHING;
        steps[unit] = count;
        queue.scheduleIn(arrivals[unit], SETTLE_NANOS + STEP_NANOS * Math.abs(count));
    }

    private void arrived(int unit) {
        FloppyDrive drive = drives[unit];
        drive.step(steps[unit]);
        presentCylinder[unit] = targetCylinder[unit];
        status[unit] = ST0_SEEK_END | unit;
        if (recalibrating[unit] && !drive.atTrack0()) {
            status[unit] |= ST0_ABNORMAL | ST0_EQUIPMENT_CHECK;
        }
        interrupt.run();
    }

    /** Forgets everything but where the heads are; after a reset with polling every unit reports a ready change. */
    void reset() {
        for (int i = 0; i < UNITS; i++) {
            queue.cancel(arrivals[i]);
            status[i] = NOTHING;
            presentCylinder[i] = 0;
        }
    }

    /** The drive polling that follows a reset. */
    void reportPolling() {
        for (int i = 0; i < UNITS; i++) {
            status[i] = ST0_POLLING | i;
        }
        interrupt.run();
    }

    /** The lowest unit with interrupt status, or -1. */
    int reportingUnit() {
        for (int i = 0; i < UNITS; i++) {
            if (status[i] != NOTHING) {
                return i;
            }
        }
        return -1;
    }

    /** ST0 of a reporting unit, which is then silent. */
    int sense(int unit) {
        int st0 = status[unit];
        status[unit] = NOTHING;
        return st0;
    }

    /** True when a finished seek still waits to be sensed: the interrupt comes again. */
    boolean seekWaits() {
        int unit = reportingUnit();
        return unit >= 0 && (status[unit] & ST0_POLLING) != ST0_POLLING;
    }

    void writeState(StateWriter to) {
        for (int i = 0; i < UNITS; i++) {
            to.writeInt(presentCylinder[i]);
            to.writeInt(targetCylinder[i]);
            to.writeInt(steps[i]);
            to.writeBoolean(recalibrating[i]);
            to.writeInt(status[i]);
            EventState.write(to, arrivals[i]);
        }
    }

    void readState(StateReader from) throws CorruptSnapshot {
        for (int i = 0; i < UNITS; i++) {
            presentCylinder[i] = from.readInt() & 0xFF;
            targetCylinder[i] = from.readInt() & 0xFF;
            steps[i] = from.readInt();
            recalibrating[i] = from.readBoolean();
            status[i] = from.readInt();
            EventState.read(from, queue, arrivals[i]);
        }
    }
}
