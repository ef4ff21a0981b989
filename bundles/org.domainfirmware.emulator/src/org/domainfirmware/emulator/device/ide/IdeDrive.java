package org.domainfirmware.emulator.device.ide;

import static org.domainfirmware.emulator.device.ide.AtaBits.ERROR_ABRT;
import static org.domainfirmware.emulator.device.ide.AtaBits.STATUS_BSY;
import static org.domainfirmware.emulator.device.ide.AtaBits.STATUS_DRDY;
import static org.domainfirmware.emulator.device.ide.AtaBits.STATUS_DRQ;
import static org.domainfirmware.emulator.device.ide.AtaBits.STATUS_DSC;
import static org.domainfirmware.emulator.device.ide.AtaBits.STATUS_ERR;

import org.domainfirmware.emulator.device.EventState;
import org.domainfirmware.emulator.snapshot.CorruptSnapshot;
import org.domainfirmware.emulator.snapshot.StateReader;
import org.domainfirmware.emulator.snapshot.StateWriter;
import org.domainfirmware.emulator.time.EventQueue;
import org.domainfirmware.emulator.time.TimedEvent;

/**
 * What all drives on an IDE channel have in common: registers, the interrupt, and the protocol by
 * which blocks of data pass the data port or the bus master (ATA/ATAPI-6, clause 9).
 */
public abstract class IdeDrive {
    /** Guest time from a command to its execution. */
    static final long COMMAND_NANOS = 20_000;
    /** Guest time between two blocks of a command. */
    static final long BLOCK_NANOS = 2_000;
    /** Guest time a reset takes. */
    static final long RESET_NANOS = 100_000;
    /** The largest block, bytes. */
    static final int BUFFER = 64 * 1024;
    static final int READY = STATUS_DRDY | STATUS_DSC;

    private enum Phase { IDLE, COMMAND, DATA_IN, DATA_OUT, BLOCK_IN, BLOCK_OUT, DMA_WAIT, DMA, RESET }

    private final EventQueue queue;
    private final TimedEvent event;
    final TaskFile regs = new TaskFile();
    final byte[] buffer = new byte[BUFFER];
    private Runnable interruptChanged = () -> { };
    private DmaMover mover = DmaMover.NONE;
    /** Device 0 or 1 of its channel. */
    private int index;

    private Phase phase = Phase.IDLE;
    private int status;
    private int error;
    private int command;
    private boolean interrupt;
    /** The block that passes the data port: bytes {@code at} to {@code end} of the buffer. */
    private int at;
    private int end;
    /** Guest time a started bus master transfer will take. */
    private long dmaNanos;

    IdeDrive(EventQueue queue, String name) {
        this.queue = queue;
        event = new TimedEvent(name) {
            @Override
            protected void fire(long dueNanos) {
                happen();
            }
        };
    }

    /** Connects the drive to its channel. */
    final void attach(int number, Runnable onInterrupt, DmaMover dma) {
        index = number;
        interruptChanged = onInterrupt;
        mover = dma;
    }

    final int status() {
        return status;
    }

    final int error() {
        return error;
    }

    final boolean interrupt() {
        return interrupt;
    }

    final boolean accepts() {
        return (status & (STATUS_BSY | STATUS_DRQ)) == 0;
    }

    // What a kind of drive does.

    /** Executes a command; the drive is busy until a method below says otherwise. */
    abstract void execute(int code);

    /** The host has read a whole block: offer the next one, or complete. */
    abstract void blockRead();

    /** Offers the next block, a moment after {@link #later}. */
    abstract void offerNext();

    /** The host has written a whole block, bytes 0 to {@code length} of the buffer. */
    abstract void blockWritten(int length);

    /** The bus master is ready: move everything by {@link #moveByDma}. */
    abstract void transferByDma();

    /** Puts the signature of its kind and the state after a reset. */
    abstract void resetDrive(boolean hard);

    /** Status after a reset. */
    abstract int statusAfterReset();

    /** True for commands to take even while the drive says that it is busy. */
    boolean interruptsAnything(int code) {
        return false;
    }

    // What the channel does.

    final void writeCommand(int code) {
        if (!accepts() && !interruptsAnything(code) || phase == Phase.RESET) {
            return;
        }
        setInterrupt(false);
        command = code;
        phase = Phase.COMMAND;
        status = STATUS_BSY;
        queue.scheduleIn(event, COMMAND_NANOS);
    }

    final int command() {
        return command;
    }

    /** Begins a reset: by SRST while it is set, or at power-on. */
    final void enterReset(boolean hard) {
        queue.cancel(event);
        setInterrupt(false);
        phase = Phase.RESET;
        status = STATUS_BSY;
        at = 0;
        end = 0;
        resetDrive(hard);
    }

    final void leaveReset() {
        queue.scheduleIn(event, RESET_NANOS);
    }

    final void readStatus() {
        setInterrupt(false);
    }

    /** The host started the bus master. */
    final void busMasterStarted() {
        if (phase == Phase.DMA_WAIT) {
            phase = Phase.DMA;
            queue.scheduleIn(event, dmaNanos);
        }
    }

    final int peekData(int size) {
        int value = 0;
        if (phase == Phase.DATA_IN) {
            for (int i = 0; i < size && at + i < end; i++) {
                value |= (buffer[at + i] & 0xFF) << 8 * i;
            }
        }
        return value;
    }

    final void dataTaken(int bytes) {
        if (phase == Phase.DATA_IN) {
            at = Math.min(end, at + bytes);
            if (at == end) {
                // Busy until the next block or the end of the command is known.
                phase = Phase.BLOCK_IN;
                status = STATUS_BSY;
                blockRead();
            }
        }
    }

    /** Takes up to {@code bytes} bytes at once; gives how many. */
    final int takeRun(byte[] to, int offset, int bytes) {
        int run = phase == Phase.DATA_IN ? Math.min(bytes, end - at) : 0;
        System.arraycopy(buffer, at, to, offset, run);
        return run;
    }

    final int putRun(byte[] from, int offset, int bytes) {
        int run = phase == Phase.DATA_OUT ? Math.min(bytes, end - at) : 0;
        System.arraycopy(from, offset, buffer, at, run);
        return run;
    }

    final void writeData(int size, int value) {
        if (phase == Phase.DATA_OUT) {
            for (int i = 0; i < size && at + i < end; i++) {
                buffer[at + i] = (byte) (value >>> 8 * i);
            }
            dataPut(size);
        }
    }

    final void dataPut(int bytes) {
        if (phase == Phase.DATA_OUT) {
            at = Math.min(end, at + bytes);
            if (at == end) {
                phase = Phase.BLOCK_OUT;
                status = STATUS_BSY;
                queue.scheduleIn(event, BLOCK_NANOS);
            }
        }
    }

    private void happen() {
        switch (phase) {
            case COMMAND -> execute(command);
            case BLOCK_IN -> offerNext();
            case BLOCK_OUT -> blockWritten(end);
            case DMA -> {
                if (mover.running()) {
                    transferByDma();
                } else {
                    // The host stopped the bus master: the drive waits for another start.
                    phase = Phase.DMA_WAIT;
                }
            }
            case RESET -> {
                phase = Phase.IDLE;
                error = 1;
                status = statusAfterReset();
            }
            default -> throw new IllegalStateException("an IDE drive's event in phase " + phase);
        }
    }

    // What a kind of drive uses.

    /** Stays busy for a moment, then calls {@link #offerNext}. */
    final void later() {
        phase = Phase.BLOCK_IN;
        status = STATUS_BSY;
        queue.scheduleIn(event, BLOCK_NANOS);
    }

    /** Offers bytes {@code from} to {@code to} of the buffer to the host, and interrupts. */
    final void offer(int from, int to) {
        at = from;
        end = to;
        phase = Phase.DATA_IN;
        status = READY | STATUS_DRQ;
        setInterrupt(true);
    }

    /** Asks the host for bytes 0 to {@code length} of the buffer. */
    final void ask(int length, boolean interrupts) {
        at = 0;
        end = length;
        phase = Phase.DATA_OUT;
        status = READY | STATUS_DRQ;
        setInterrupt(interrupts);
    }

    /** Waits for the bus master, which then takes {@code nanos} of guest time. */
    final void awaitDma(long nanos) {
        dmaNanos = nanos;
        phase = Phase.DMA_WAIT;
        status = READY | STATUS_DRQ;
        if (mover.running()) {
            busMasterStarted();
        }
    }

    /** Moves bytes of the buffer; false when the descriptors end too early: the drive then waits for a reset. */
    final boolean moveByDma(int length, boolean toMemory) {
        if (mover.move(buffer, 0, length, toMemory) == length) {
            return true;
        }
        phase = Phase.DMA_WAIT;
        return false;
    }

    final void endDma() {
        mover.transferEnded();
    }

    /** Ends a command well. */
    final void complete() {
        complete(READY, 0);
    }

    /** Ends a command. */
    final void complete(int finalStatus, int finalError) {
        finish(finalStatus, finalError);
        setInterrupt(true);
    }

    /** Ends a command whose last block the host has read: without another interrupt. */
    final void completeQuietly() {
        finish(READY, 0);
    }

    private void finish(int finalStatus, int finalError) {
        phase = Phase.IDLE;
        status = finalStatus;
        error = finalError;
    }

    final void abort() {
        fail(ERROR_ABRT);
    }

    final void fail(int errorBits) {
        complete(READY | STATUS_ERR, errorBits);
    }

    /**
     * Ends EXECUTE DEVICE DIAGNOSTIC, which all devices run and device 0 interrupts for, or DEVICE RESET,
     * which does not interrupt: with the registers as after a reset.
     */
    final void completeDiagnostic(boolean interrupts) {
        finish(statusAfterReset(), 1);
        setInterrupt(interrupts && index == 0);
    }

    private void setInterrupt(boolean level) {
        if (interrupt != level) {
            interrupt = level;
            interruptChanged.run();
        }
    }

    void writeState(StateWriter to) {
        EventState.write(to, event);
        regs.writeState(to);
        to.writeBytes(buffer);
        to.writeInt(phase.ordinal());
        to.writeInt(status);
        to.writeInt(error);
        to.writeInt(command);
        to.writeBoolean(interrupt);
        to.writeInt(at);
        to.writeInt(end);
        to.writeLong(dmaNanos);
    }

    void readState(StateReader from) throws CorruptSnapshot {
        EventState.read(from, queue, event);
        regs.readState(from);
        from.readBytes(buffer);
        int ordinal = from.readInt();
        status = from.readInt() & 0xFF;
        error = from.readInt() & 0xFF;
        command = from.readInt() & 0xFF;
        interrupt = from.readBoolean();
        at = from.readInt();
        end = from.readInt();
        dmaNanos = from.readLong();
        if (ordinal < 0 || ordinal >= Phase.values().length || at < 0 || end < at || end > BUFFER) {
            throw new CorruptSnapshot("ide: a block from " + at + " to " + end + " in phase " + ordinal);
        }
        phase = Phase.values()[ordinal];
    }
}
