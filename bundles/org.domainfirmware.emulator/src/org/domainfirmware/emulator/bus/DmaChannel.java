package org.domainfirmware.emulator.bus;

/** A device's end of an 8237 channel. */
public interface DmaChannel {
    /** Connects the device; once, when the machine is built. */
    void connect(DmaDevice device);

    /**
     * Asserts DREQ for up to {@code length} bytes: the controller transfers at once as many bytes as
     * its count, mask and the device allow, calling the device back.
     *
     * @return bytes moved; 0 while the channel is masked or the controller disabled
     */
    int request(int length);

    /** True when the channel's count ran out in the last {@link #request}. */
    boolean reachedTerminalCount();
}
