package org.domainfirmware.emulator.device.kbc;

import org.domainfirmware.emulator.device.ByteFifo;
import org.domainfirmware.emulator.snapshot.CorruptSnapshot;
import org.domainfirmware.emulator.snapshot.StateReader;
import org.domainfirmware.emulator.snapshot.StateWriter;

/**
 * A device on a PS/2 port: it takes command bytes and queues answers and events. Answers to commands go
 * out before events, as the protocol demands.
 */
abstract class Ps2Device {
    static final int ACK = 0xFA;
    static final int RESEND = 0xFE;
    static final int TEST_PASSED = 0xAA;

    /** Keys wait here while the host is slow; 16 bytes as in the keyboards. */
    final ByteFifo events;
    private final ByteFifo answers = new ByteFifo(16);
    private final Runnable onOutput;
    private int lastSent;

    /** {@code onOutput} is called when something has been queued. */
    Ps2Device(int eventCapacity, Runnable onOutput) {
        events = new ByteFifo(eventCapacity);
        this.onOutput = onOutput;
    }

    /** A byte from the host. */
    abstract void receive(int value);

    final boolean hasOutput() {
        return answers.size() + events.size() > 0;
    }

    final int send() {
        lastSent = answers.size() > 0 ? answers.take() : events.take();
        return lastSent;
    }

    final void answer(int... values) {
        answers.addAll(values);
        onOutput.run();
    }

    final void event(int... values) {
        events.addAll(values);
        onOutput.run();
    }

    /** The host asks for the last byte again (command FEh). */
    final void resend() {
        answer(lastSent);
    }

    final void clearQueues() {
        answers.clear();
        events.clear();
    }

    final void clearAnswers() {
        answers.clear();
    }

    /** Bytes of events that did not fit. */
    final long dropped() {
        return events.dropped();
    }

    void writeState(StateWriter to) {
        answers.writeState(to);
        events.writeState(to);
        to.writeInt(lastSent);
    }

    void readState(StateReader from) throws CorruptSnapshot {
        answers.readState(from);
        events.readState(from);
        lastSent = from.readInt();
    }
}
