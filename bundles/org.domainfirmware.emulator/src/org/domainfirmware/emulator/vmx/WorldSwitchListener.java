package org.domainfirmware.emulator.vmx;

/** Sees the partition switch worlds. Must not change the machine. */
public interface WorldSwitchListener {
    /** The domain was built, or built anew after a reset: what was going on is over. */
    void begun();

    /**
     * The processor still has the state that is about to be left.
     *
     * @param toMonitor false: back to the guest
     * @param eip of the instruction that writes CR0
     */
    void beforeSwitch(boolean toMonitor, int eip);

    /** The processor has the new state. */
    void afterSwitch(boolean toMonitor);
}
