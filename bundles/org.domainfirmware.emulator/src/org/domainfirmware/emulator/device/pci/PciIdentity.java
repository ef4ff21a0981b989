package org.domainfirmware.emulator.device.pci;

/**
 * What tells a function from others: the read-only part of its header.
 *
 * @param vendor vendor ID, 16 bits
 * @param device device ID, 16 bits
 * @param classCode base class, sub-class and programming interface, 24 bits
 * @param revision revision ID, 8 bits
 * @param subsystemVendor subsystem vendor ID, 16 bits, 0 for none
 * @param subsystem subsystem ID, 16 bits
 * @param multiFunction bit 7 of the header type: the device has more functions
 * @param interruptPin 0 for none, 1 to 4 for INTA# to INTD#
 */
public record PciIdentity(int vendor, int device, int classCode, int revision, int subsystemVendor, int subsystem,
        boolean multiFunction, int interruptPin) {
    /** An identity without interrupt, subsystem or other functions. */
    public static PciIdentity of(int vendor, int device, int classCode, int revision) {
        return new PciIdentity(vendor, device, classCode, revision, 0, 0, false, 0);
    }

    public PciIdentity withSubsystem(int subVendor, int sub) {
        return new PciIdentity(vendor, device, classCode, revision, subVendor, sub, multiFunction, interruptPin);
    }

    public PciIdentity withFunctions() {
        return new PciIdentity(vendor, device, classCode, revision, subsystemVendor, subsystem, true, interruptPin);
    }

    public PciIdentity withInterruptPin(int pin) {
        return new PciIdentity(vendor, device, classCode, revision, subsystemVendor, subsystem, multiFunction, pin);
    }
}
