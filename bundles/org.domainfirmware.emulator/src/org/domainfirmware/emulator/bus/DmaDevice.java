package org.domainfirmware.emulator.bus;

/**
 * A device behind a channel of the 8237: the controller moves bytes when the device has raised DREQ.
 * The controller calls it with a plain array; memory is its own business.
 */
public interface DmaDevice {
    /**
     * Memory to device.
     *
     * @return bytes taken, 0 to {@code length}
     */
    int fromMemory(byte[] data, int offset, int length, boolean terminalCount);

    /**
     * Device to memory.
     *
     * @return bytes supplied, 0 to {@code length}
     */
    int toMemory(byte[] data, int offset, int length, boolean terminalCount);
}
