package org.domainfirmware.debug.core.guest;

/** Linear memory of a stopped guest. Numbers are little-endian. */
public interface GuestMemory {
    /**
     * Reads bytes.
     *
     * @param linear wraps at 4 GiB
     * @throws InspectionException where nothing is mapped
     */
    byte[] read(int linear, int length) throws InspectionException;

    /** Changes bytes; ROM too. */
    void write(int linear, byte[] bytes) throws InspectionException;

    /** An unsigned number of 1, 2 or 4 bytes, or the bits of one of 8. */
    default long number(int linear, int size) throws InspectionException {
        byte[] b = read(linear, size);
        long value = 0;
        for (int i = size - 1; i >= 0; i--) {
            value = value << 8 | b[i] & 0xFF;
        }
        return value;
    }

    default int u8(int linear) throws InspectionException {
        return (int) number(linear, 1);
    }

    default int u16(int linear) throws InspectionException {
        return (int) number(linear, 2);
    }

    default int i32(int linear) throws InspectionException {
        return (int) number(linear, 4);
    }
}
