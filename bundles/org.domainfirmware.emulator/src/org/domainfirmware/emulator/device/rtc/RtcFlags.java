package org.domainfirmware.emulator.device.rtc;

/** Bits of register C; the enables of register B have the same places. */
final class RtcFlags {
    static final int UPDATE = 0x10;
    static final int ALARM = 0x20;
    static final int PERIODIC = 0x40;
    static final int SOURCES = UPDATE | ALARM | PERIODIC;
    /** IRQF. */
    static final int REQUEST = 0x80;

    private RtcFlags() {
    }

    /** Register C: the flags, with IRQF when one of them is enabled. */
    static int withRequest(int flags, int enables) {
        return (flags & enables & SOURCES) != 0 ? flags | REQUEST : flags;
    }
}
