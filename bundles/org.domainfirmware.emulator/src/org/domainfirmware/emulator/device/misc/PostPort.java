package org.domainfirmware.emulator.device.misc;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.domainfirmware.emulator.bus.PortBus;
import org.domainfirmware.emulator.bus.PortHandler;
import org.domainfirmware.emulator.device.Device;
import org.domainfirmware.emulator.device.reg.Access;
import org.domainfirmware.emulator.device.reg.Register;
import org.domainfirmware.emulator.snapshot.CorruptSnapshot;
import org.domainfirmware.emulator.snapshot.StateReader;
import org.domainfirmware.emulator.snapshot.StateWriter;
import org.domainfirmware.emulator.time.VirtualClock;

/** Port 80h: the power-on self test's progress codes. Remembers the last {@value #HISTORY}. */
public final class PostPort implements Device, PortHandler {
    /** Codes remembered. */
    public static final int HISTORY = 256;

    private static final int PORT = 0x80;

    /**
     * One code.
     *
     * @param code 0 to 255
     * @param instructions retired when it was written
     */
    public record PostCode(int code, long instructions) {
    }

    private final VirtualClock clock;
    private final int[] codes = new int[HISTORY];
    private final long[] stamps = new long[HISTORY];
    private final List<Register> registers;
    private IntConsumer listener = code -> { };
    private long written;
    private int latch;

    public PostPort(PortBus ports, VirtualClock clock) {
        this.clock = clock;
        ports.register(PORT, 1, 1, this);
        registers = List.of(Register.of("POST code", "80h", 8, Access.READ_WRITE, () -> latch));
    }

    /** Called with each code, 0 to 255, as it is written. */
    public void onCode(IntConsumer codeListener) {
        listener = codeListener;
    }

    /** The codes remembered, oldest first. */
    public List<PostCode> history() {
        List<PostCode> result = new ArrayList<>();
        for (long i = Math.max(0, written - HISTORY); i < written; i++) {
            int at = (int) (i % HISTORY);
            result.add(new PostCode(codes[at], stamps[at]));
        }
        return result;
    }

    /** Codes written since power-on, those forgotten included. */
    public long count() {
        return written;
    }

    @Override
    public int read(int port, int size) {
        return latch;
    }

    @Override
    public int peek(int port, int size) {
        return latch;
    }

    @Override
    public void write(int port, int size, int value) {
        latch = value;
        int at = (int) (written % HISTORY);
        codes[at] = value;
        stamps[at] = clock.instructions();
        written++;
        listener.accept(value);
    }

    @Override
    public void reset() {
        // A reset does not erase the display; the history shows what came before it.
        latch = 0;
    }

    @Override
    public List<Register> registers() {
        return registers;
    }

    @Override
    public String name() {
        return "post";
    }

    @Override
    public void writeState(StateWriter to) {
        to.writeInt(latch);
        to.writeLong(written);
        to.writeInts(codes);
        for (long stamp : stamps) {
            to.writeLong(stamp);
        }
    }

    @Override
    public void readState(StateReader from) throws CorruptSnapshot {
        latch = from.readInt() & 0xFF;
        written = Math.max(0, from.readLong());
        from.readInts(codes);
        for (int i = 0; i < stamps.length; i++) {
            stamps[i] = from.readLong();
        }
    }
}
