package org.domainfirmware.emulator.cpu;

/** Who owns bits of CR0 in place of the guest: a hypervisor's guest/host mask and read shadow. */
public interface ControlOwner {
    /** What the guest reads from CR0. */
    int readCr0();

    /**
     * The guest writes CR0, with all checks of the instruction passed.
     *
     * @return the value to write to the real register, or -1 as a long when the write was done otherwise (a world switch)
     */
    long writeCr0(int value);
}
