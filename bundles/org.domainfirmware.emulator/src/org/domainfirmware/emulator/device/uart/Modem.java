package org.domainfirmware.emulator.device.uart;

import org.domainfirmware.emulator.snapshot.CorruptSnapshot;
import org.domainfirmware.emulator.snapshot.StateReader;
import org.domainfirmware.emulator.snapshot.StateWriter;

/** MCR and MSR: modem outputs, inputs with their deltas, and the loop between them. */
final class Modem {
    static final int OUT2 = 0x08;
    private static final int LOOP = 0x10;

    private final SerialPeer peer;
    private int mcr;
    private int lines;
    private int deltas;

    Modem(SerialPeer peer) {
        this.peer = peer;
        reset();
    }

    void reset() {
        mcr = 0;
        lines = peer.modemLines() & 0xF0;
        deltas = 0;
    }

    int mcr() {
        return mcr;
    }

    boolean loop() {
        return (mcr & LOOP) != 0;
    }

    /** OUT2 lets the interrupt through on the PC; in loopback the pin is inactive. */
    boolean interruptGate() {
        return (mcr & (OUT2 | LOOP)) == OUT2;
    }

    void writeMcr(int value) {
        mcr = value & 0x1F;
        setLines(loop() ? looped() : peer.modemLines() & 0xF0);
    }

    /** In loopback RTS is CTS, DTR is DSR, OUT1 is RI, OUT2 is DCD. */
    private int looped() {
        return (mcr & 0x02) << 3 | (mcr & 0x01) << 5 | (mcr & 0x04) << 4 | (mcr & 0x08) << 4;
    }

    private void setLines(int now) {
        int changed = now ^ lines;
        // The delta of RI is its trailing edge only.
        deltas |= changed >> 4 & 0x0B | (changed & lines) >> 4 & 0x04;
        lines = now;
    }

    int msr() {
        return lines | deltas;
    }

    int readMsr() {
        int value = msr();
        deltas = 0;
        return value;
    }

    boolean changed() {
        return deltas != 0;
    }

    void writeState(StateWriter to) {
        to.writeInts(new int[] {mcr, lines, deltas});
    }

    void readState(StateReader from) throws CorruptSnapshot {
        mcr = from.readInt() & 0x1F;
        lines = from.readInt() & 0xF0;
        deltas = from.readInt() & 0x0F;
    }
}
