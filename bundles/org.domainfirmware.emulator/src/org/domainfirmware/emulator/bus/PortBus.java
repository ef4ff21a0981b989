package org.domainfirmware.emulator.bus;

import java.util.Arrays;

/** The 64 Ki I/O ports. A port nobody answers reads as all ones, as a floating ISA bus does. */
public final class PortBus {
    /** Answers where no device does. */
    public static final PortHandler FLOATING = new PortHandler() {
        @Override
        public int read(int port, int size) {
            return ones(size);
        }

        @Override
        public void write(int port, int size, int value) {
            // Nobody listens.
        }

        @Override
        public int peek(int port, int size) {
            return ones(size);
        }
    };

    private final PortHandler[] handlers = new PortHandler[0x10000];
    /** Widest access in bytes the handler of a port takes. */
    private final byte[] widest = new byte[0x10000];

    public PortBus() {
        Arrays.fill(handlers, FLOATING);
        Arrays.fill(widest, (byte) 4);
    }

    /**
     * Gives ports to a handler, replacing what was there.
     *
     * @param widestAccess 1, 2 or 4 bytes: wider accesses are split
     */
    public void register(int first, int count, int widestAccess, PortHandler handler) {
        Arrays.fill(handlers, first, first + count, handler);
        Arrays.fill(widest, first, first + count, (byte) widestAccess);
    }

    /** Takes ports away; they float again. */
    public void unregister(int first, int count) {
        register(first, count, 4, FLOATING);
    }

    /** The handler of a port: {@link #FLOATING} where there is none. Port watches wrap it. */
    public PortHandler handler(int port) {
        return handlers[port & 0xFFFF];
    }

    /** Widest access in bytes the handler of a port takes: 1, 2 or 4. */
    public int widest(int port) {
        return widest[port & 0xFFFF];
    }

    /** Reads {@code size} (1, 2, 4) bytes at a port. */
    public int read(int port, int size) {
        int p = port & 0xFFFF;
        int step = widest[p];
        if (size <= step) {
            return handlers[p].read(p, size);
        }
        int value = 0;
        for (int done = 0; done < size; done += step) {
            value |= read(p + done, step) << (8 * done);
        }
        return value;
    }

    /** Writes {@code size} (1, 2, 4) bytes at a port. */
    public void write(int port, int size, int value) {
        int p = port & 0xFFFF;
        int step = widest[p];
        if (size <= step) {
            handlers[p].write(p, size, value & ones(size));
            return;
        }
        for (int done = 0; done < size; done += step) {
            write(p + done, step, value >>> (8 * done));
        }
    }

    /** What a read would return, without side effects. */
    public int peek(int port, int size) {
        int p = port & 0xFFFF;
        int step = widest[p];
        if (size <= step) {
            return handlers[p].peek(p, size);
        }
        int value = 0;
        for (int done = 0; done < size; done += step) {
            value |= peek(p + done, step) << (8 * done);
        }
        return value;
    }

    private static int ones(int size) {
        return size == 4 ? -1 : (1 << (8 * size)) - 1;
    }
}
