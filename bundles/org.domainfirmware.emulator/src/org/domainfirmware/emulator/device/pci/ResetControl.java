package org.domainfirmware.emulator.device.pci;

import org.domainfirmware.emulator.device.reg.Access;
import org.domainfirmware.emulator.device.reg.Register;

/** The PIIX3's reset control register at CF9h (82371SB datasheet, section 2.4.4 "RC"). */
public final class ResetControl {
    /** What a reset does to the machine. */
    public interface Listener {
        /** @param hard true resets every part, false the processor only */
        void reset(boolean hard);
    }

    private static final int SYSTEM_RESET = 2;
    private static final int RESET_CPU = 4;

    private final Listener listener;
    private int value;

    public ResetControl(Listener listener) {
        this.listener = listener;
    }

    int read() {
        return value;
    }

    /** A rise of bit 2 resets, hard if bit 1 is set. */
    void write(int written) {
        boolean rises = (written & RESET_CPU) != 0 && (value & RESET_CPU) == 0;
        value = written & (SYSTEM_RESET | RESET_CPU);
        if (rises) {
            boolean hard = (written & SYSTEM_RESET) != 0;
            // The reset itself ends the pulse.
            value &= ~RESET_CPU;
            listener.reset(hard);
        }
    }

    void reset() {
        value = 0;
    }

    void restore(int saved) {
        value = saved & (SYSTEM_RESET | RESET_CPU);
    }

    Register register() {
        return Register.of("RC", "CF9h", 8, Access.READ_WRITE, this::read)
                .field("SRST", 1, 1, "processor", "system").field("RCPU", 2, 1)
                .sideEffect("a rise of RCPU resets");
    }
}
