package org.domainfirmware.emulator.device.pit;

import java.util.ArrayList;
import java.util.List;
import org.domainfirmware.emulator.bus.IrqLine;
import org.domainfirmware.emulator.bus.PortBus;
import org.domainfirmware.emulator.bus.PortHandler;
import org.domainfirmware.emulator.device.Device;
import org.domainfirmware.emulator.device.EventState;
import org.domainfirmware.emulator.device.reg.Access;
import org.domainfirmware.emulator.device.reg.Register;
import org.domainfirmware.emulator.snapshot.CorruptSnapshot;
import org.domainfirmware.emulator.snapshot.StateReader;
import org.domainfirmware.emulator.snapshot.StateWriter;
import org.domainfirmware.emulator.time.EventQueue;
import org.domainfirmware.emulator.time.TimedEvent;

/**
 * The three counters and port 61h. Only the rising edges of counter 0's output are events; everything
 * else is computed when somebody looks.
 */
public final class Pit8254 implements Device, PortHandler {
    private static final int CONTROL = 0x43;
    private static final int PORT_B = 0x61;
    /** Counter 1 divides by 18 on the PC/AT: one refresh each 15.085 us. */
    private static final int REFRESH_TICKS = 18;

    private final EventQueue queue;
    private final IrqLine irq0;
    private final PitChannel[] channels = {new PitChannel(), new PitChannel(), new PitChannel()};
    private final List<Register> registers = new ArrayList<>();
    /** Port 61h bits 0 to 3: gate 2, speaker data, parity and I/O check enables. */
    private int portB;

    private final TimedEvent rise = new TimedEvent("pit.counter0") {
        @Override
        protected void fire(long dueNanos) {
            // In modes 2 and 3 the line fell in between; only its rise matters to the 8259.
            irq0.set(false);
            irq0.set(true);
            schedule(PitClock.ticksAt(dueNanos));
        }
    };

    /** Puts the timer on ports 40h to 43h and 61h; {@code irq0} follows counter 0's output. */
    public Pit8254(PortBus ports, EventQueue queue, IrqLine irq0) {
        this.queue = queue;
        this.irq0 = irq0;
        ports.register(0x40, 4, 1, this);
        ports.register(PORT_B, 1, 1, this);
        for (int i = 0; i < channels.length; i++) {
            channels[i].addRegisters(registers, i, this::now);
        }
        registers.add(Register.of("port B", "61h", 8, Access.READ_WRITE, () -> peek(PORT_B, 1))
                .field("gate 2", 0, 1).field("speaker data", 1, 1).field("refresh", 4, 1).field("OUT2", 5, 1)
                .sideEffect("bits 4 and 5 follow time"));
        reset();
    }

    private long now() {
        return PitClock.ticksAt(queue.clock().nanos());
    }

    /** The level at the speaker: counter 2's output while port 61h bit 1 lets it through. */
    public boolean speakerLevel() {
        return (portB & 2) != 0 && channels[2].counter.out(now());
    }

    @Override
    public int read(int port, int size) {
        return port < CONTROL ? channels[port & 3].read(now()) : peek(port, size);
    }

    @Override
    public int peek(int port, int size) {
        long tick = now();
        return switch (port) {
            case CONTROL -> 0xFF;
            case PORT_B -> portB | (int) (tick / REFRESH_TICKS & 1) << 4 | (channels[2].counter.out(tick) ? 0x20 : 0);
            default -> channels[port & 3].peek(tick);
        };
    }

    @Override
    public void write(int port, int size, int value) {
        long tick = now();
        switch (port) {
            case CONTROL -> writeControl(value, tick);
            case PORT_B -> {
                portB = value & 0x0F;
                channels[2].counter.setGate((value & 1) != 0, tick);
            }
            default -> {
                channels[port & 3].write(value, tick);
                if (port == 0x40) {
                    counter0Changed(tick);
                }
            }
        }
    }

    private void writeControl(int value, long tick) {
        int select = value >> 6;
        if (select == 3) {
            readBack(value, tick);
        } else if ((value & 0x30) == 0) {
            channels[select].latchCount(tick);
        } else {
            channels[select].control(value, tick);
            if (select == 0) {
                counter0Changed(tick);
            }
        }
    }

    private void readBack(int value, long tick) {
        for (int i = 0; i < channels.length; i++) {
            if ((value & 2 << i) != 0) {
                if ((value & 0x20) == 0) {
                    channels[i].latchCount(tick);
                }
                if ((value & 0x10) == 0) {
                    channels[i].latchStatus(tick);
                }
            }
        }
    }

    private void counter0Changed(long tick) {
        irq0.set(channels[0].counter.out(tick));
        schedule(tick);
    }

    private void schedule(long tick) {
        long next = channels[0].counter.nextRise(tick);
        if (next == CountingElement.NEVER) {
            queue.cancel(rise);
        } else {
            queue.scheduleAt(rise, PitClock.nanosOf(next));
        }
    }

    @Override
    public void reset() {
        long tick = now();
        portB = 0;
        for (int i = 0; i < channels.length; i++) {
            channels[i].reset(i != 2, tick);
        }
        queue.cancel(rise);
        irq0.set(false);
    }

    @Override
    public List<Register> registers() {
        return List.copyOf(registers);
    }

    @Override
    public String name() {
        return "pit";
    }

    @Override
    public void writeState(StateWriter to) {
        for (PitChannel channel : channels) {
            channel.writeState(to);
        }
        to.writeInt(portB);
        EventState.write(to, rise);
    }

    @Override
    public void readState(StateReader from) throws CorruptSnapshot {
        for (PitChannel channel : channels) {
            channel.readState(from);
        }
        portB = from.readInt() & 0x0F;
        EventState.read(from, queue, rise);
    }
}
