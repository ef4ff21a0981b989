package org.domainfirmware.emulator.device.kbc;

import org.domainfirmware.emulator.snapshot.CorruptSnapshot;
import org.domainfirmware.emulator.snapshot.StateReader;
import org.domainfirmware.emulator.snapshot.StateWriter;

/**
 * An enhanced (102-key) keyboard: scan code sets 1, 2 and 3, LEDs. It does not repeat: a key held down
 * sends one make code, so that guest time between two host events does not change what is typed.
 */
public final class Ps2Keyboard extends Ps2Device {
    private static final int FIFO_BYTES = 16;
    private static final int NONE = -1;

    private boolean scanning;
    private int set;
    private int leds;
    private int typematic;
    /** The command whose parameter comes next, or {@link #NONE}. */
    private int awaiting;
    /** Shift, Ctrl and Alt held: they change the codes of Print Screen and Pause. */
    private boolean control;
    private boolean alt;

    Ps2Keyboard(Runnable onOutput) {
        super(FIFO_BYTES, onOutput);
        powerOn();
    }

    void powerOn() {
        clearQueues();
        awaiting = NONE;
        leds = 0;
        defaults();
        scanning = true;
        control = false;
        alt = false;
    }

    private void defaults() {
        set = 2;
        typematic = 0x2B;
    }

    /** LEDs as command EDh set them: bit 0 Scroll Lock, 1 Num Lock, 2 Caps Lock. */
    public int leds() {
        return leds;
    }

    /** The scan code set in use, 1 to 3. */
    public int scanCodeSet() {
        return set;
    }

    int typematic() {
        return typematic;
    }

    boolean scanning() {
        return scanning;
    }

    /** True when a whole key's codes fit. */
    boolean hasRoom() {
        return events.free() >= 8;
    }

    /** A key goes down or up. Nothing is sent while scanning is off. */
    void key(Key key, boolean down) {
        if (key.isControl()) {
            control = down;
        } else if (key.isAlt()) {
            alt = down;
        }
        if (!scanning) {
            return;
        }
        int[] codes = ScanCodes.of(key, down, set, control, alt);
        if (codes.length > 0) {
            event(codes);
        }
    }

    @Override
    void receive(int value) {
        if (awaiting != NONE && value < 0xED) {
            int command = awaiting;
            awaiting = NONE;
            parameter(command, value);
            return;
        }
        awaiting = NONE;
        // A command interrupts what the keyboard was about to answer.
        clearAnswers();
        switch (value) {
            case 0xED, 0xF0, 0xF3 -> {
                answer(ACK);
                awaiting = value;
            }
            case 0xEE -> answer(0xEE);
            case 0xF2 -> answer(ACK, 0xAB, 0x83);
            case 0xF4 -> {
                events.clear();
                scanning = true;
                answer(ACK);
            }
            case 0xF5, 0xF6 -> {
                events.clear();
                defaults();
                scanning = value == 0xF6;
                answer(ACK);
            }
            case 0xFE -> resend();
            case 0xFF -> {
                powerOn();
                answer(ACK, TEST_PASSED);
            }
            // F7h to FDh choose make, break or typematic keys of set 3; every key is make and break here.
            case 0xF7, 0xF8, 0xF9, 0xFA -> answer(ACK);
            case 0xFB, 0xFC, 0xFD -> {
                answer(ACK);
                awaiting = value;
            }
            default -> answer(RESEND);
        }
    }

    private void parameter(int command, int value) {
        switch (command) {
            case 0xED -> leds = value & 7;
            case 0xF3 -> typematic = value & 0x7F;
            case 0xF0 -> {
                if (value == 0) {
                    answer(ACK, set);
                    return;
                }
                if (value > 3) {
                    answer(RESEND);
                    return;
                }
                set = value;
                events.clear();
            }
            default -> {
                // FBh to FDh name a key of set 3.
            }
        }
        answer(ACK);
    }

    @Override
    void writeState(StateWriter to) {
        super.writeState(to);
        to.writeInts(new int[] {scanning ? 1 : 0, set, leds, typematic, awaiting, control ? 1 : 0, alt ? 1 : 0});
    }

    @Override
    void readState(StateReader from) throws CorruptSnapshot {
        super.readState(from);
        scanning = from.readBoolean();
        set = Math.min(3, Math.max(1, from.readInt()));
        leds = from.readInt() & 7;
        typematic = from.readInt() & 0x7F;
        awaiting = from.readInt();
        control = from.readBoolean();
        alt = from.readBoolean();
    }
}
