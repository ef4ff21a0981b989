package org.domainfirmware.emulator.device.fwcfg;

import java.util.List;
import java.util.Map;
import org.domainfirmware.emulator.bus.PortBus;
import org.domainfirmware.emulator.bus.PortHandler;
import org.domainfirmware.emulator.device.Device;
import org.domainfirmware.emulator.device.reg.Access;
import org.domainfirmware.emulator.device.reg.Register;
import org.domainfirmware.emulator.snapshot.CorruptSnapshot;
import org.domainfirmware.emulator.snapshot.StateReader;
import org.domainfirmware.emulator.snapshot.StateWriter;

/** Selector and data port: a guest selects an item and reads it byte by byte; past its end come zeros. */
public final class FwCfg implements Device {
    private static final int SELECTOR = 0x510;
    private static final int DATA = 0x511;
    private static final byte[] ABSENT = {};
    /** Selector bit 14 asks for write access, which is not offered; bit 15 is part of the number. */
    private static final int ITEM_MASK = 0xBFFF;

    private final Map<Integer, byte[]> items;
    private final List<Register> registers;
    private int selected;
    private int offset;

    public FwCfg(PortBus ports, FwCfgContents contents) {
        items = contents.build();
        ports.register(SELECTOR, 1, 2, new SelectorPort());
        ports.register(DATA, 1, 1, new DataPort());
        registers = List.of(
                Register.of("selector", "510h", 16, Access.WRITE_ONLY, () -> selected).sideEffect("restarts the item"),
                Register.of("data", "511h", 8, Access.READ_ONLY, this::current).sideEffect("read advances"),
                Register.of("offset", "", 32, Access.INTERNAL, () -> offset));
    }

    private byte[] item() {
        return items.getOrDefault(selected & ITEM_MASK, ABSENT);
    }

    private int current() {
        byte[] item = item();
        return offset < item.length ? item[offset] & 0xFF : 0;
    }

    @Override
    public void reset() {
        selected = 0;
        offset = 0;
    }

    @Override
    public List<Register> registers() {
        return registers;
    }

    @Override
    public String name() {
        return "fwcfg";
    }

    @Override
    public void writeState(StateWriter to) {
        to.writeInt(selected);
        to.writeInt(offset);
    }

    @Override
    public void readState(StateReader from) throws CorruptSnapshot {
        selected = from.readInt() & 0xFFFF;
        offset = Math.max(0, from.readInt());
    }

    private final class SelectorPort implements PortHandler {
        @Override
        public int read(int port, int size) {
            return peek(port, size);
        }

        @Override
        public int peek(int port, int size) {
            return size == 1 ? 0xFF : 0xFFFF;
        }

        @Override
        public void write(int port, int size, int value) {
            if (size == 2) {
                selected = value;
                offset = 0;
            }
        }
    }

    private final class DataPort implements PortHandler {
        @Override
        public int read(int port, int size) {
            int value = current();
            if (offset < item().length) {
                offset++;
            }
            return value;
        }

        @Override
        public int peek(int port, int size) {
            return current();
        }

        @Override
        public void write(int port, int size, int value) {
            // Items are read only.
        }
    }
}
