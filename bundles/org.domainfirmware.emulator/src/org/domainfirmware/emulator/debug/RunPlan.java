package org.domainfirmware.emulator.debug;

/** What a running guest is to do; carried out slice by slice, so that requests get their turn. */
@FunctionalInterface
interface RunPlan {
    /** Runs for at most a slice. @return why the guest stands now, or null when it is to go on */
    StopReason slice();
}
