package org.domainfirmware.emulator.device.uart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import org.domainfirmware.emulator.bus.IrqLine;
import org.domainfirmware.emulator.bus.PortBus;
import org.domainfirmware.emulator.bus.PortHandler;
import org.domainfirmware.emulator.device.ByteFifo;
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
 * A serial port. Bytes take the time that divisor and frame say. Input waits in a bounded queue and is
 * handed over only while the receiver has room, as a peer with flow control would send it.
 */
public final class Uart16550 implements Device, PortHandler {
    /** Bytes of input that can wait for the receiver. */
    public static final int INPUT_BYTES = 65_536;
    /** Depth of each of the chip's FIFOs. */
    static final int FIFO_BYTES = 16;

    private static final long CLOCK_HZ = 1_843_200;
    private static final int DLAB = 0x80;
    private static final int IER_RECEIVED = 0x01;
    private static final int IER_EMPTY = 0x02;
    private static final int IER_LINE_STATUS = 0x04;
    private static final int IER_MODEM = 0x08;
    private static final int IIR_NONE = 0x01;
    private static final int IIR_EMPTY = 0x02;
    private static final int IIR_RECEIVED = 0x04;
    private static final int IIR_LINE_STATUS = 0x06;
    private static final int IIR_TIMEOUT = 0x0C;

    private final String name;
    private final int base;
    private final EventQueue queue;
    private final IrqLine irq;
    private final SerialPeer peer;
    private final Receiver receiver = new Receiver();
    private final Transmitter transmitter = new Transmitter();
    private final Modem modem;
    private final ByteFifo input = new ByteFifo(INPUT_BYTES);
    private final List<Register> registers = new ArrayList<>();
    private int ier;
    private int fcr;
    private int lcr;
    private int scratch;
    private int divisor;

    private final TimedEvent sent;
    private final TimedEvent arrived;
    private final TimedEvent timedOut;

    /**
     * Puts a serial port on eight ports.
     *
     * @param name lump and device name, such as "com1"
     * @param base first port, such as 3F8h
     */
    public Uart16550(String name, PortBus ports, int base, EventQueue queue, IrqLine irq, SerialPeer peer) {
        this.name = name;
        this.base = base;
        this.queue = queue;
        this.irq = irq;
        this.peer = peer;
        modem = new Modem(peer);
        sent = new TimedEvent(name + ".transmit") {
            @Override
            protected void fire(long dueNanos) {
                characterSent();
            }
        };
        arrived = new TimedEvent(name + ".receive") {
            @Override
            protected void fire(long dueNanos) {
                characterArrived();
            }
        };
        timedOut = new TimedEvent(name + ".timeout") {
            @Override
            protected void fire(long dueNanos) {
                receiver.timeOut();
                update();
            }
        };
        ports.register(base, 8, 1, this);
        declareRegisters();
        reset();
    }

    /**
     * Input for the guest; comes from the input log.
     *
     * @return bytes that fitted into the queue
     */
    public int receive(byte[] data, int offset, int length) {
        int taken = Math.min(length, input.free());
        for (int i = 0; i < taken; i++) {
            input.add(data[offset + i]);
        }
        scheduleArrival();
        return taken;
    }

    /** Input bytes that wait. */
    public int inputWaiting() {
        return input.size();
    }

    /** Nanoseconds a character takes with the present divisor and frame; a divisor of 0 counts as 1. */
    public long characterNanos() {
        int halfBits = 2 * (1 + 5 + (lcr & 3) + ((lcr & 8) != 0 ? 1 : 0));
        boolean fiveBits = (lcr & 3) == 0;
        halfBits += (lcr & 4) == 0 ? 2 : fiveBits ? 3 : 4;
        return halfBits * Math.max(1L, divisor) * 16 * 1_000_000_000L / (2 * CLOCK_HZ);
    }

    private boolean fifoEnabled() {
        return (fcr & 1) != 0;
    }

    /** The interrupt with the highest priority, as IIR bits 0 to 3 name it. */
    private int interrupt() {
        if ((ier & IER_LINE_STATUS) != 0 && receiver.errors() != 0) {
            return IIR_LINE_STATUS;
        }
        if ((ier & IER_RECEIVED) != 0) {
            if (receiver.atTrigger()) {
                return IIR_RECEIVED;
            }
            if (receiver.timedOut()) {
                return IIR_TIMEOUT;
            }
        }
        if ((ier & IER_EMPTY) != 0 && transmitter.emptyInterrupt()) {
            return IIR_EMPTY;
        }
        return (ier & IER_MODEM) != 0 && modem.changed() ? 0 : IIR_NONE;
    }

    private int iir() {
        return interrupt() | (fifoEnabled() ? 0xC0 : 0);
    }

    private int lsr() {
        return (receiver.hasData() ? 1 : 0) | receiver.errors() | (transmitter.holdingEmpty() ? 0x20 : 0)
                | (transmitter.holdingEmpty() && !transmitter.shifting() ? 0x40 : 0);
    }

    @Override
    public int peek(int port, int size) {
        boolean dlab = (lcr & DLAB) != 0;
        return switch (port - base) {
            case 0 -> dlab ? divisor & 0xFF : receiver.peek();
            case 1 -> dlab ? divisor >> 8 : ier;
            case 2 -> iir();
            case 3 -> lcr;
            case 4 -> modem.mcr();
            case 5 -> lsr();
            case 6 -> modem.msr();
            default -> scratch;
        };
    }

    @Override
    public int read(int port, int size) {
        int value = peek(port, size);
        switch (port - base) {
            case 0 -> {
                if ((lcr & DLAB) == 0) {
                    receiver.take();
                    restartTimeout();
                    scheduleArrival();
                }
            }
            case 2 -> {
                if ((value & 0x0F) == IIR_EMPTY) {
                    transmitter.emptyInterrupt(false);
                }
            }
            case 5 -> receiver.clearErrors();
            case 6 -> modem.readMsr();
            default -> {
                // No side effect.
            }
        }
        update();
        return value;
    }

    @Override
    public void write(int port, int size, int value) {
        boolean dlab = (lcr & DLAB) != 0;
        switch (port - base) {
            case 0 -> {
                if (dlab) {
                    divisor = divisor & 0xFF00 | value;
                } else if (transmitter.write(value)) {
                    queue.scheduleIn(sent, characterNanos());
                }
            }
            case 1 -> {
                if (dlab) {
                    divisor = divisor & 0xFF | value << 8;
                } else {
                    writeIer(value & 0x0F);
                }
            }
            case 2 -> writeFcr(value);
            case 3 -> lcr = value;
            case 4 -> {
                modem.writeMcr(value);
                scheduleArrival();
            }
            case 7 -> scratch = value;
            default -> {
                // LSR is for the factory's tests, MSR is read only.
            }
        }
        update();
    }

    private void writeIer(int value) {
        boolean emptyEnabled = (value & ~ier & IER_EMPTY) != 0;
        ier = value;
        if (emptyEnabled && transmitter.holdingEmpty()) {
            transmitter.emptyInterrupt(true);
        }
        restartTimeout();
    }

    private void writeFcr(int value) {
        boolean toggled = ((value ^ fcr) & 1) != 0;
        // The other bits take effect only while bit 0 is written as 1.
        fcr = (value & 1) != 0 ? value & 0xC9 : 0;
        receiver.configure(fifoEnabled(), fcr >> 6);
        transmitter.configure(fifoEnabled());
        if (toggled || (value & 3) == 3) {
            receiver.clear();
        }
        if (toggled || (value & 5) == 5) {
            transmitter.clear();
        }
        restartTimeout();
        scheduleArrival();
    }

    private void characterSent() {
        int value = transmitter.shiftOut();
        if (transmitter.shifting()) {
            queue.scheduleIn(sent, characterNanos());
        }
        int data = value & 0xFF >> 3 - (lcr & 3);
        if (modem.loop()) {
            receiver.push(data);
            restartTimeout();
        } else {
            peer.transmitted(data);
        }
        update();
    }

    private void characterArrived() {
        if (input.size() > 0 && receiver.hasRoom() && !modem.loop()) {
            receiver.push(input.take());
            restartTimeout();
        }
        scheduleArrival();
        update();
    }

    private void scheduleArrival() {
        if (!arrived.isScheduled() && input.size() > 0 && receiver.hasRoom() && !modem.loop()) {
            queue.scheduleIn(arrived, characterNanos());
        }
    }

    /** Each character moved starts the four character times again (datasheet, "FIFO interrupt mode"). */
    private void restartTimeout() {
        if ((ier & IER_RECEIVED) != 0 && receiver.couldTimeOut()) {
            queue.scheduleIn(timedOut, 4 * characterNanos());
        } else {
            queue.cancel(timedOut);
        }
    }

    private void update() {
        irq.set(interrupt() != IIR_NONE && modem.interruptGate());
    }

    @Override
    public void reset() {
        receiver.reset();
        transmitter.reset();
        modem.reset();
        ier = 0;
        fcr = 0;
        lcr = 0;
        scratch = 0;
        // 9600 baud, as good as any: the chip does not say.
        divisor = 12;
        queue.cancel(sent);
        queue.cancel(arrived);
        queue.cancel(timedOut);
        scheduleArrival();
        update();
    }

    private void declareRegisters() {
        add("RBR", 0, Access.READ_ONLY, receiver::peek).sideEffect("read takes the character");
        add("DLL", 0, Access.READ_WRITE, () -> divisor & 0xFF).sideEffect("while LCR.DLAB");
        add("DLM", 1, Access.READ_WRITE, () -> divisor >> 8).sideEffect("while LCR.DLAB");
        add("IER", 1, Access.READ_WRITE, () -> ier).field("ERBFI", 0, 1).field("ETBEI", 1, 1).field("ELSI", 2, 1)
                .field("EDSSI", 3, 1);
        add("IIR", 2, Access.READ_ONLY, this::iir).field("none pending", 0, 1).field("source", 1, 3)
                .field("FIFOs", 6, 2).sideEffect("read clears a THRE interrupt");
        add("FCR", 2, Access.WRITE_ONLY, () -> fcr).field("enable", 0, 1).field("trigger", 6, 2, "1", "4", "8", "14");
        add("LCR", 3, Access.READ_WRITE, () -> lcr).field("WLS", 0, 2, "5", "6", "7", "8").field("STB", 2, 1)
                .field("PEN", 3, 1).field("EPS", 4, 1).field("stick", 5, 1).field("break", 6, 1).field("DLAB", 7, 1);
        add("MCR", 4, Access.READ_WRITE, modem::mcr).field("DTR", 0, 1).field("RTS", 1, 1).field("OUT1", 2, 1)
                .field("OUT2", 3, 1).field("LOOP", 4, 1);
        add("LSR", 5, Access.READ_ONLY, this::lsr).field("DR", 0, 1).field("OE", 1, 1).field("PE", 2, 1)
                .field("FE", 3, 1).field("BI", 4, 1).field("THRE", 5, 1).field("TEMT", 6, 1)
                .sideEffect("read clears errors");
        add("MSR", 6, Access.READ_ONLY, modem::msr).field("DCTS", 0, 1).field("DDSR", 1, 1).field("TERI", 2, 1)
                .field("DDCD", 3, 1).field("CTS", 4, 1).field("DSR", 5, 1).field("RI", 6, 1).field("DCD", 7, 1)
                .sideEffect("read clears deltas");
        add("SCR", 7, Access.READ_WRITE, () -> scratch);
        registers.add(Register.of("receiver FIFO", "", 5, Access.INTERNAL, receiver::waiting));
        registers.add(Register.of("transmitter FIFO", "", 5, Access.INTERNAL, transmitter::waiting));
    }

    private Register add(String register, int offset, Access access, IntSupplier value) {
        Register declared = Register.of(register, String.format("%03Xh", base + offset), 8, access, value);
        registers.add(declared);
        return declared;
    }

    @Override
    public List<Register> registers() {
        return List.copyOf(registers);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void writeState(StateWriter to) {
        receiver.writeState(to);
        transmitter.writeState(to);
        modem.writeState(to);
        input.writeState(to);
        to.writeInts(new int[] {ier, fcr, lcr, scratch, divisor});
        EventState.write(to, sent);
        EventState.write(to, arrived);
        EventState.write(to, timedOut);
    }

    @Override
    public void readState(StateReader from) throws CorruptSnapshot {
        receiver.readState(from);
        transmitter.readState(from);
        modem.readState(from);
        input.readState(from);
        ier = from.readInt() & 0x0F;
        fcr = from.readInt() & 0xC9;
        lcr = from.readInt() & 0xFF;
        scratch = from.readInt() & 0xFF;
        divisor = from.readInt() & 0xFFFF;
        EventState.read(from, queue, sent);
        EventState.read(from, queue, arrived);
        EventState.read(from, queue, timedOut);
        update();
    }
}
