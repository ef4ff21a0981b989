package org.domainfirmware.emulator.device.misc;

import java.util.List;
import org.domainfirmware.emulator.bus.PortBus;
import org.domainfirmware.emulator.bus.PortHandler;
import org.domainfirmware.emulator.device.Device;
import org.domainfirmware.emulator.device.reg.Access;
import org.domainfirmware.emulator.device.reg.Register;
import org.domainfirmware.emulator.snapshot.CorruptSnapshot;
import org.domainfirmware.emulator.snapshot.StateReader;
import org.domainfirmware.emulator.snapshot.StateWriter;

/**
 * The ways emulated PCs are switched off without ACPI tables: the word "Shutdown" to port 8900h, and a
 * word with SLP_EN (bit 13) to port B004h or 604h, where QEMU's machines have PM1a_CNT.
 */
public final class PowerOffPorts implements Device {
    private static final int BOCHS = 0x8900;
    private static final int[] QEMU = {0xB004, 0x604};
    private static final int SLEEP_ENABLE = 0x2000;
    private static final String WORD = "Shutdown";

    private final Runnable powerOff;
    private final List<Register> registers;
    /** Characters of the word seen so far. */
    private int matched;

    /**
     * Takes ports 8900h, B004h and 604h. Where an ACPI power management block is later mapped over
     * them, that one answers instead.
     *
     * @param powerOff run when the guest switches itself off
     */
    public PowerOffPorts(PortBus ports, Runnable powerOff) {
        this.powerOff = powerOff;
        ports.register(BOCHS, 1, 1, new WordPort());
        for (int port : QEMU) {
            ports.register(port, 2, 2, new SleepPort());
        }
        registers = List.of(Register.of("shutdown word", "8900h", 4, Access.WRITE_ONLY, () -> matched)
                .sideEffect("writing \"Shutdown\" switches the machine off"));
    }

    @Override
    public void reset() {
        matched = 0;
    }

    @Override
    public List<Register> registers() {
        return registers;
    }

    @Override
    public String name() {
        return "poweroff";
    }

    @Override
    public void writeState(StateWriter to) {
        to.writeInt(matched);
    }

    @Override
    public void readState(StateReader from) throws CorruptSnapshot {
        matched = Math.floorMod(from.readInt(), WORD.length());
    }

    private final class WordPort implements PortHandler {
        @Override
        public int read(int port, int size) {
            return 0xFF;
        }

        @Override
        public int peek(int port, int size) {
            return 0xFF;
        }

        @Override
        public void write(int port, int size, int value) {
            if (value == WORD.charAt(matched)) {
                matched++;
            } else {
                matched = value == WORD.charAt(0) ? 1 : 0;
            }
            if (matched == WORD.length()) {
                matched = 0;
                powerOff.run();
            }
        }
    }

    private final class SleepPort implements PortHandler {
        @Override
        public int read(int port, int size) {
            return 0;
        }

        @Override
        public int peek(int port, int size) {
            return 0;
        }

        @Override
        public void write(int port, int size, int value) {
            if (size == 2 && (value & SLEEP_ENABLE) != 0) {
                powerOff.run();
            }
        }
    }
}
