package org.domainfirmware.emulator.device.rtc;

import java.time.LocalDateTime;
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
 * The clock chip and its memory. Time is brought up to date when somebody looks; events exist only
 * while an enabled interrupt is waited for.
 */
public final class Rtc implements Device, PortHandler {
    /** Bytes of clock registers and memory together. */
    public static final int SIZE = 128;

    private static final int INDEX = 0x70;
    private static final int A = 0x0A;
    private static final int B = 0x0B;
    private static final int C = 0x0C;
    private static final int D = 0x0D;
    /** Register B. */
    private static final int SET = 0x80;
    /** Register D: the battery was good. */
    private static final int VRT = 0x80;

    private final EventQueue queue;
    private final IrqLine irq8;
    private final byte[] cmos = new byte[SIZE];
    private final RtcCalendar calendar = new RtcCalendar(cmos);
    private final RtcTimebase timebase = new RtcTimebase();
    private final List<Register> registers = new ArrayList<>();
    private int index;
    private boolean nmiMasked;
    private int registerA = 0x26;
    private int registerB = RtcCalendar.HOURS_24;
    /** PF, AF and UF that have been noted; IRQF is derived. */
    private int flags;

    private final TimedEvent wake = new TimedEvent("rtc") {
        @Override
        protected void fire(long dueNanos) {
            catchUp();
            update();
        }
    };

    /**
     * Puts the clock on ports 70h and 71h.
     *
     * @param start what the clock shows at guest time 0; years 0 to 9999
     * @param contents 128 bytes as {@link CmosContents} builds them
     */
    public Rtc(PortBus ports, EventQueue queue, IrqLine irq8, LocalDateTime start, byte[] contents) {
        if (contents.length != SIZE) {
            throw new IllegalArgumentException("CMOS contents must be " + SIZE + " bytes: " + contents.length);
        }
        if (start.getYear() < 0 || start.getYear() > 9999) {
            throw new IllegalArgumentException("the clock's year must be 0 to 9999: " + start.getYear());
        }
        this.queue = queue;
        this.irq8 = irq8;
        System.arraycopy(contents, 0, cmos, 0, SIZE);
        calendar.format(registerB);
        calendar.set(start);
        timebase.start(now(), RtcTimebase.SECOND);
        ports.register(INDEX, 2, 1, this);
        declareRegisters();
    }

    private void declareRegisters() {
        for (int i = 0; i < SIZE; i++) {
            int at = i;
            if (at < A || at > D) {
                registers.add(Register.of(cmosName(at), String.format("71h.%02Xh", at), 8, Access.READ_WRITE,
                        () -> peekRegister(at)));
            }
        }
        registers.add(Register.of("A", "71h.0Ah", 8, Access.READ_WRITE, () -> peekRegister(A))
                .field("RS", 0, 4).field("DV", 4, 3).field("UIP", 7, 1));
        registers.add(Register.of("B", "71h.0Bh", 8, Access.READ_WRITE, () -> registerB)
                .field("DSE", 0, 1).field("24/12", 1, 1).field("DM", 2, 1, "BCD", "binary").field("SQWE", 3, 1)
                .field("UIE", 4, 1).field("AIE", 5, 1).field("PIE", 6, 1).field("SET", 7, 1));
        registers.add(Register.of("C", "71h.0Ch", 8, Access.READ_ONLY, () -> peekRegister(C))
                .field("UF", 4, 1).field("AF", 5, 1).field("PF", 6, 1).field("IRQF", 7, 1)
                .sideEffect("read clears it and the interrupt"));
        registers.add(Register.of("D", "71h.0Dh", 8, Access.READ_ONLY, () -> VRT).field("VRT", 7, 1));
        registers.add(Register.of("index", "70h", 7, Access.WRITE_ONLY, () -> index));
        registers.add(Register.of("NMI mask", "70h", 1, Access.WRITE_ONLY, () -> nmiMasked ? 1 : 0));
    }

    private static String cmosName(int at) {
        return switch (at) {
            case RtcCalendar.SECONDS -> "seconds";
            case RtcCalendar.SECONDS_ALARM -> "seconds alarm";
            case RtcCalendar.MINUTES -> "minutes";
            case RtcCalendar.MINUTES_ALARM -> "minutes alarm";
            case RtcCalendar.HOURS -> "hours";
            case RtcCalendar.HOURS_ALARM -> "hours alarm";
            case RtcCalendar.DAY_OF_WEEK -> "day of week";
            case RtcCalendar.DAY -> "day";
            case RtcCalendar.MONTH -> "month";
            case RtcCalendar.YEAR -> "year";
            case RtcCalendar.CENTURY -> "century";
            default -> String.format("CMOS %02Xh", at);
        };
    }

    private long now() {
        return queue.clock().nanos();
    }

    /** True while port 70h bit 7 keeps NMI from the processor. */
    public boolean nmiMasked() {
        return nmiMasked;
    }

    /**
     * A byte without side effects, as port 71h would give it.
     *
     * @param at 0 to 127
     */
    public int peekRegister(int at) {
        return switch (at) {
            case A -> registerA | (timebase.updateInProgress(now(), updating()) ? 0x80 : 0);
            case B -> registerB;
            case C -> pendingC();
            case D -> VRT;
            default -> peekByte(at);
        };
    }

    private int peekByte(int at) {
        boolean clock = at <= RtcCalendar.YEAR || at == RtcCalendar.CENTURY;
        long due = updating() ? timebase.secondsDue(now()) : 0;
        if (!clock || due == 0) {
            return cmos[at] & 0xFF;
        }
        byte[] copy = cmos.clone();
        RtcCalendar ahead = new RtcCalendar(copy);
        ahead.format(registerB);
        ahead.advance(due);
        return copy[at] & 0xFF;
    }

    /** Register C as it would read now, with what has come due since it was last brought up to date. */
    private int pendingC() {
        int pending = flags | (timebase.periodsDue(now(), rate()) > 0 ? RtcFlags.PERIODIC : 0);
        long due = updating() ? timebase.secondsDue(now()) : 0;
        if (due > 0) {
            pending |= RtcFlags.UPDATE;
            RtcCalendar ahead = new RtcCalendar(cmos.clone());
            ahead.format(registerB);
            pending |= ahead.advance(due) ? RtcFlags.ALARM : 0;
        }
        return RtcFlags.withRequest(pending, registerB);
    }

    private boolean updating() {
        return (registerB & SET) == 0;
    }

    private int rate() {
        return registerA & 0x0F;
    }

    /** Applies everything that has happened since the last call. */
    private void catchUp() {
        if (timebase.takePeriods(now(), rate()) > 0) {
            flags |= RtcFlags.PERIODIC;
        }
        long seconds = timebase.takeSeconds(now());
        if (seconds > 0 && updating()) {
            flags |= RtcFlags.UPDATE;
            if (calendar.advance(seconds)) {
                flags |= RtcFlags.ALARM;
            }
        }
    }

    /** Drives IRQ8 and schedules the next moment an enabled flag could be set. */
    private void update() {
        irq8.set((RtcFlags.withRequest(flags, registerB) & RtcFlags.REQUEST) != 0);
        int waited = registerB & RtcFlags.SOURCES & ~flags;
        long next = EventQueue.NEVER;
        if ((waited & RtcFlags.PERIODIC) != 0) {
            next = timebase.nextPeriod(now(), rate());
        }
        if ((waited & (RtcFlags.UPDATE | RtcFlags.ALARM)) != 0 && updating()) {
            next = Math.min(next, timebase.nextSecond());
        }
        if (next == EventQueue.NEVER) {
            queue.cancel(wake);
        } else {
            queue.scheduleAt(wake, next);
        }
    }

    @Override
    public int read(int port, int size) {
        if (port == INDEX) {
            return 0xFF;
        }
        catchUp();
        int value = peekRegister(index);
        if (index == C) {
            flags = 0;
        }
        update();
        return value;
    }

    @Override
    public int peek(int port, int size) {
        return port == INDEX ? 0xFF : peekRegister(index);
    }

    @Override
    public void write(int port, int size, int value) {
        if (port == INDEX) {
            index = value & 0x7F;
            nmiMasked = (value & 0x80) != 0;
            return;
        }
        catchUp();
        switch (index) {
            case A -> writeA(value & 0x7F);
            case B -> {
                // SET aborts an update and clears UIE (datasheet, "Register B").
                registerB = (value & SET) != 0 ? value & ~RtcFlags.UPDATE : value;
                calendar.format(registerB);
            }
            case C, D -> {
                // Read only.
            }
            default -> cmos[index] = (byte) value;
        }
        update();
    }

    private void writeA(int value) {
        boolean wasReset = (registerA & 0x60) == 0x60;
        boolean isReset = (value & 0x60) == 0x60;
        if (isReset) {
            timebase.stop();
        } else if (wasReset) {
            // The first update comes half a second after the divider is released.
            timebase.start(now(), RtcTimebase.SECOND / 2);
        }
        registerA = value;
    }

    /** The RESET pin: interrupts off; time and memory live on the battery. */
    @Override
    public void reset() {
        catchUp();
        registerB &= ~(RtcFlags.SOURCES | 0x08);
        flags = 0;
        index = 0;
        nmiMasked = false;
        update();
    }

    @Override
    public List<Register> registers() {
        return List.copyOf(registers);
    }

    @Override
    public String name() {
        return "rtc";
    }

    @Override
    public void writeState(StateWriter to) {
        to.writeBytes(cmos);
        timebase.writeState(to);
        to.writeInts(new int[] {index, nmiMasked ? 1 : 0, registerA, registerB, flags});
        EventState.write(to, wake);
    }

    @Override
    public void readState(StateReader from) throws CorruptSnapshot {
        from.readBytes(cmos);
        timebase.readState(from);
        index = from.readInt() & 0x7F;
        nmiMasked = from.readBoolean();
        registerA = from.readInt() & 0x7F;
        registerB = from.readInt() & 0xFF;
        flags = from.readInt() & RtcFlags.SOURCES;
        calendar.format(registerB);
        EventState.read(from, queue, wake);
        irq8.set((RtcFlags.withRequest(flags, registerB) & RtcFlags.REQUEST) != 0);
    }
}
