package org.domainfirmware.emulator.machine;

import java.util.function.IntConsumer;
import org.domainfirmware.emulator.device.uart.SerialPeer;

/** The far end of a serial cable: whoever wants the guest's bytes listens here. */
public final class SerialTap implements SerialPeer {
    private IntConsumer listener = value -> { };

    /** Sets who gets each byte (0 to 255), on the machine's thread. */
    public void listener(IntConsumer newListener) {
        listener = newListener;
    }

    @Override
    public void transmitted(int value) {
        listener.accept(value);
    }
}
