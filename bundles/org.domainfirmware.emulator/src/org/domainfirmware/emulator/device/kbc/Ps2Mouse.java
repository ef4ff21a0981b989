package org.domainfirmware.emulator.device.kbc;

import org.domainfirmware.emulator.snapshot.CorruptSnapshot;
import org.domainfirmware.emulator.snapshot.StateReader;
import org.domainfirmware.emulator.snapshot.StateWriter;

/**
 * A PS/2 mouse, with the wheel of the IntelliMouse once the rate sequence 200, 100, 80 has been set.
 * Movement adds up while the host does not take packets, so the queue stays short.
 */
public final class Ps2Mouse extends Ps2Device {
    private static final int NONE = -1;
    private static final int LIMIT = 255;

    private boolean reporting;
    private boolean remote;
    private boolean wrap;
    private boolean scaling2To1;
    private boolean wheel;
    private int resolution;
    private int rate;
    /** The last three sample rates, newest in the low byte. */
    private int rateHistory;
    private int awaiting;
    private int buttons;
    private int sentButtons;
    private int dx;
    private int dy;
    private int dz;

    Ps2Mouse(Runnable onOutput) {
        super(16, onOutput);
        powerOn();
    }

    void powerOn() {
        clearQueues();
        defaults();
        wheel = false;
        wrap = false;
        rateHistory = 0;
        awaiting = NONE;
        buttons = 0;
    }

    private void defaults() {
        reporting = false;
        remote = false;
        scaling2To1 = false;
        resolution = 2;
        rate = 100;
        dx = 0;
        dy = 0;
        dz = 0;
        sentButtons = buttons;
    }

    /**
     * Movement and buttons since the last call.
     *
     * @param right counts to the right, down counts towards the user, wheelDown notches towards the user
     * @param pressed bit 0 left, 1 right, 2 middle
     */
    void move(int right, int down, int wheelDown, int pressed) {
        dx = clamp(dx + right);
        dy = clamp(dy - down);
        dz = Math.max(-8, Math.min(7, dz + wheelDown));
        buttons = pressed & 7;
        report();
    }

    private static int clamp(int value) {
        return Math.max(-LIMIT, Math.min(LIMIT, value));
    }

    /** In stream mode: sends what has accumulated, when the previous packet has been taken. */
    void report() {
        boolean news = dx != 0 || dy != 0 || dz != 0 && wheel || buttons != sentButtons;
        if (reporting && !remote && !wrap && news && events.size() == 0) {
            event(packet());
        }
    }

    private int[] packet() {
        int x = scaling2To1 && !remote ? clamp(dx * 2) : dx;
        int y = scaling2To1 && !remote ? clamp(dy * 2) : dy;
        int flags = 0x08 | buttons | (x < 0 ? 0x10 : 0) | (y < 0 ? 0x20 : 0);
        int[] packet = wheel ? new int[] {flags, x & 0xFF, y & 0xFF, dz & 0xFF} : new int[] {flags, x & 0xFF, y & 0xFF};
        dx = 0;
        dy = 0;
        dz = 0;
        sentButtons = buttons;
        return packet;
    }

    @Override
    void receive(int value) {
        if (wrap && value != 0xFF && value != 0xEC) {
            answer(value);
            return;
        }
        clearAnswers();
        if (awaiting != NONE) {
            int command = awaiting;
            awaiting = NONE;
            if (value < 0xE6) {
                parameter(command, value);
                return;
            }
        }
        switch (value) {
            case 0xE6, 0xE7 -> scaling2To1 = value == 0xE7;
            case 0xE8, 0xF3 -> awaiting = value;
            case 0xEA, 0xF0 -> remote = value == 0xF0;
            case 0xEC -> wrap = false;
            case 0xEE -> wrap = true;
            case 0xF4, 0xF5 -> {
                reporting = value == 0xF4;
                events.clear();
            }
            case 0xF6 -> defaults();
            case 0xE9 -> {
                answer(ACK, status(), resolution, rate);
                return;
            }
            case 0xEB -> {
                int[] packet = packet();
                answer(ACK);
                answer(packet);
                return;
            }
            case 0xF2 -> {
                answer(ACK, wheel ? 3 : 0);
                return;
            }
            case 0xFE -> {
                resend();
                return;
            }
            case 0xFF -> {
                powerOn();
                answer(ACK, TEST_PASSED, 0);
                return;
            }
            default -> {
                answer(RESEND);
                return;
            }
        }
        answer(ACK);
    }

    private int status() {
        // Bit 0 right, 1 middle, 2 left button, unlike in the packets.
        int status = (buttons & 1) << 2 | buttons >> 1 & 3;
        return status | (scaling2To1 ? 0x10 : 0) | (reporting ? 0x20 : 0) | (remote ? 0x40 : 0);
    }

    private void parameter(int command, int value) {
        if (command == 0xE8) {
            resolution = value & 3;
        } else {
            rate = value;
            rateHistory = rateHistory << 8 & 0xFFFF00 | value;
            if (rateHistory == (200 << 16 | 100 << 8 | 80)) {
                wheel = true;
            }
        }
        answer(ACK);
    }

    @Override
    void writeState(StateWriter to) {
        super.writeState(to);
        to.writeInt((reporting ? 1 : 0) | (remote ? 2 : 0) | (wrap ? 4 : 0) | (scaling2To1 ? 8 : 0) | (wheel ? 16 : 0));
        to.writeInts(new int[] {resolution, rate, rateHistory, awaiting, buttons, sentButtons, dx, dy, dz});
    }

    @Override
    void readState(StateReader from) throws CorruptSnapshot {
        super.readState(from);
        int bits = from.readInt();
        reporting = (bits & 1) != 0;
        remote = (bits & 2) != 0;
        wrap = (bits & 4) != 0;
        scaling2To1 = (bits & 8) != 0;
        wheel = (bits & 16) != 0;
        resolution = from.readInt();
        rate = from.readInt();
        rateHistory = from.readInt();
        awaiting = from.readInt();
        buttons = from.readInt() & 7;
        sentButtons = from.readInt() & 7;
        dx = clamp(from.readInt());
        dy = clamp(from.readInt());
        dz = Math.max(-8, Math.min(7, from.readInt()));
    }
}
