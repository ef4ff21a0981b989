package org.domainfirmware.emulator.device.uart;

/** What is at the other end of the cable. */
@FunctionalInterface
public interface SerialPeer {
    /** Modem inputs as the MSR has them. */
    int CTS = 0x10;
    int DSR = 0x20;
    int RI = 0x40;
    int DCD = 0x80;

    /** Takes everything and says nothing. */
    SerialPeer NONE = value -> { };

    /** A byte (0 to 255) has left the transmitter. */
    void transmitted(int value);

    /** The lines it drives: an OR of {@link #CTS}, {@link #DSR}, {@link #RI} and {@link #DCD}. Constant. */
    default int modemLines() {
        return CTS | DSR | DCD;
    }
}
