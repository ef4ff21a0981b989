package org.domainfirmware.emulator.device.fdc;

import static org.domainfirmware.emulator.device.fdc.FdcStatus.MSR_BUSY;
import static org.domainfirmware.emulator.device.fdc.FdcStatus.MSR_DIO;
import static org.domainfirmware.emulator.device.fdc.FdcStatus.MSR_NON_DMA;
import static org.domainfirmware.emulator.device.fdc.FdcStatus.MSR_RQM;
import static org.domainfirmware.emulator.device.fdc.FdcStatus.ST0_INVALID;
import static org.domainfirmware.emulator.device.fdc.FdcStatus.ST3_ALWAYS;
import static org.domainfirmware.emulator.device.fdc.FdcStatus.ST3_TRACK_0;
import static org.domainfirmware.emulator.device.fdc.FdcStatus.ST3_WRITE_PROTECTED;

import java.util.List;
import org.domainfirmware.emulator.bus.DmaChannel;
import org.domainfirmware.emulator.bus.IrqLine;
import org.domainfirmware.emulator.bus.PortBus;
import org.domainfirmware.emulator.bus.PortHandler;
import org.domainfirmware.emulator.device.Device;
import org.domainfirmware.emulator.device.EventState;
import org.domainfirmware.emulator.device.reg.Register;
import org.domainfirmware.emulator.snapshot.CorruptSnapshot;
import org.domainfirmware.emulator.snapshot.StateReader;
import org.domainfirmware.emulator.snapshot.StateWriter;
import org.domainfirmware.emulator.time.EventQueue;
import org.domainfirmware.emulator.time.TimedEvent;

/**
 * The Intel 82077AA floppy disk controller in PC/AT mode at 3F0h to 3F5h and 3F7h, with two drives
 * on units 0 and 1 (82077AA datasheet; port 3F6h belongs to the fixed disk).
 */
public final class FloppyController implements Device, PortHandler {
    /** VERSION: an enhanced controller. */
    private static final int VERSION = 0x90;
    /** Guest time from the end of a reset to its interrupt; the datasheet allows 250 us. */
    private static final long RESET_NANOS = 20_000;
    private static final int DOR_NOT_RESET = 0x04;
    private static final int DOR_DMA_GATE = 0x08;
    private static final int DSR_RESET = 0x80;

    enum Phase { RESET, COMMAND, EXECUTION, RESULT }

    private final EventQueue queue;
    private final IrqLine irq;
    private final FloppyDrive[] drives;
    private final FdcSettings settings = new FdcSettings();
    private final FdcSeeks seeks;
    private final FdcDataPort port;
    private final FdcExecution execution;
    private final FdcRegisters registers;
    private final TimedEvent resetDone;

    private final FdcBytes command = new FdcBytes();
    private final FdcBytes result = new FdcBytes();
    private Phase phase = Phase.RESET;
    private int dor;
    private int dsr;
    private int tapeDrive;
    /** EOT or SC of the last command, for DUMPREG. */
    private int endOfTrack;
    private boolean interrupt;

    /**
     * @param first type of the drive on unit 0 (A:), {@link FloppyDriveType#NONE} for no drive
     * @param second type of the drive on unit 1 (B:)
     */
    public FloppyController(EventQueue queue, PortBus ports, IrqLine irq, DmaChannel dma,
            FloppyDriveType first, FloppyDriveType second) {
        this.queue = queue;
        this.irq = irq;
        drives = new FloppyDrive[] {new FloppyDrive(first), new FloppyDrive(second),
            new FloppyDrive(FloppyDriveType.NONE), new FloppyDrive(FloppyDriveType.NONE)};
        seeks = new FdcSeeks(queue, drives, () -> interrupt(true));
        port = new FdcDataPort(dma);
        execution = new FdcExecution(queue, new Host(), port);
        registers = new FdcRegisters(this, settings, seeks, drives);
        resetDone = new TimedEvent("fdc.reset") {
            @Override
            protected void fire(long dueNanos) {
                endReset();
            }
        };
        ports.register(0x3F0, 6, 1, this);
        ports.register(0x3F7, 1, 1, this);
        reset();
    }

    /**
     * A drive, to change its medium.
     *
     * @param unit 0 or 1
     */
    public FloppyDrive drive(int unit) {
        return drives[unit];
    }

    @Override
    public String name() {
        return "fdc";
    }

    @Override
    public List<Register> registers() {
        return registers.all();
    }

    @Override
    public void reset() {
        settings.hardwareReset();
        dor = 0;
        dsr = 2;
        tapeDrive = 0;
        enterReset();
    }

    private void enterReset() {
        queue.cancel(resetDone);
        execution.cancel();
        seeks.reset();
        settings.softwareReset();
        command.clear();
        result.clear();
        phase = Phase.RESET;
        interrupt(false);
    }

    private void leaveReset() {
        queue.scheduleIn(resetDone, RESET_NANOS);
    }

    private void endReset() {
        phase = Phase.COMMAND;
        if (settings.polling()) {
            seeks.reportPolling();
        }
    }

    private void interrupt(boolean level) {
        interrupt = level;
        irq.set(level && gateOpen());
    }

    private boolean gateOpen() {
        return (dor & DOR_DMA_GATE) != 0;
    }

    @Override
    public int read(int address, int size) {
        int value = peek(address, size);
        if (address == 0x3F5) {
            takeByte();
        }
        return value;
    }

    @Override
    public int peek(int address, int size) {
        return switch (address) {
            case 0x3F2 -> dor;
            case 0x3F3 -> 0xFC | tapeDrive;
            case 0x3F4 -> mainStatus();
            case 0x3F5 -> phase == Phase.RESULT ? result.peek() : port.peek();
            case 0x3F7 -> changeLine() ? 0xFF : 0x7F;
            // Status registers A and B exist in PS/2 mode only.
            default -> 0xFF;
        };
    }

    @Override
    public void write(int address, int size, int value) {
        switch (address) {
            case 0x3F2 -> writeDor(value);
            case 0x3F3 -> tapeDrive = value & 3;
            case 0x3F4 -> writeDsr(value);
            case 0x3F5 -> writeFifo(value);
            case 0x3F7 -> dsr = dsr & ~3 | value & 3;
            default -> {
                // Status registers A and B are read only.
            }
        }
    }

    int dor() {
        return dor;
    }

    int dsr() {
        return dsr;
    }

    Phase phase() {
        return phase;
    }

    int mainStatus() {
        int busy = seeks.busyMask();
        return switch (phase) {
            case RESET -> 0;
            case COMMAND -> MSR_RQM | (command.length() > 0 ? MSR_BUSY : 0) | busy;
            case RESULT -> MSR_RQM | MSR_DIO | MSR_BUSY | busy;
            case EXECUTION -> MSR_BUSY | busy | (execution.wantsHost()
                    ? MSR_NON_DMA | MSR_RQM | (port.inwards() ? 0 : MSR_DIO) : 0);
        };
    }

    private boolean changeLine() {
        FloppyDrive drive = drives[dor & 3];
        return drive.type() != FloppyDriveType.NONE && drive.changed();
    }

    private void writeDor(int value) {
        int before = dor;
        dor = value;
        if ((value & DOR_NOT_RESET) == 0) {
            if ((before & DOR_NOT_RESET) != 0) {
                enterReset();
            }
        } else if ((before & DOR_NOT_RESET) == 0) {
            leaveReset();
        }
        irq.set(interrupt && gateOpen());
    }

    private void writeDsr(int value) {
        dsr = value & ~DSR_RESET;
        if ((value & DSR_RESET) != 0) {
            enterReset();
            if ((dor & DOR_NOT_RESET) != 0) {
                leaveReset();
            }
        }
    }

    private void takeByte() {
        if (phase == Phase.RESULT) {
            interrupt(false);
            result.take();
            if (result.allTaken()) {
                phase = Phase.COMMAND;
                // A seek that ended meanwhile still waits to be sensed.
                interrupt(seeks.seekWaits());
            }
        } else if (phase == Phase.EXECUTION && execution.wantsHost() && !port.inwards()) {
            port.take();
            execution.byteMoved();
        }
    }

    private void writeFifo(int value) {
        if (phase == Phase.EXECUTION && execution.wantsHost() && port.inwards()) {
            port.put(value);
            execution.byteMoved();
        } else if (phase == Phase.COMMAND) {
            command.add(value);
            FdcCommand which = FdcCommand.of(command.get(0));
            if (command.length() > which.parameters()) {
                begin(which);
            }
        }
    }

    private void begin(FdcCommand which) {
        int unit = command.get(1) & 3;
        int argument = command.get(1);
        switch (which) {
            case SPECIFY -> {
                settings.stepAndUnload = argument;
                settings.headLoad = command.get(2);
                noResult();
            }
            case SENSE_DRIVE_STATUS -> respond(driveStatus(argument & 7));
            case SENSE_INTERRUPT_STATUS -> senseInterrupt();
            case RECALIBRATE -> {
                seeks.recalibrate(unit);
                noResult();
            }
            case SEEK -> {
                seeks.seek(unit, command.get(2));
                noResult();
            }
            case RELATIVE_SEEK -> {
                seeks.relative(unit, (command.get(0) & 0x40) != 0 ? command.get(2) : -command.get(2));
                noResult();
            }
            case VERSION -> respond(VERSION);
            case CONFIGURE -> {
                settings.configuration = command.get(2) & 0x7F;
                settings.precompensationTrack = command.get(3);
                noResult();
            }
            case LOCK -> {
                settings.locked = (command.get(0) & 0x80) != 0;
                respond(settings.locked ? 0x10 : 0);
            }
            case PERPENDICULAR_MODE -> {
                settings.setPerpendicular(argument);
                noResult();
            }
            case DUMPREG -> dumpRegisters();
            case INVALID -> respond(ST0_INVALID);
            default -> execute(which, unit);
        }
    }

    private void execute(FdcCommand which, int unit) {
        FloppyDrive drive = drives[unit];
        boolean namesCylinder = which.parameters() == 8;
        if (namesCylinder && settings.impliedSeek() && seeks.presentCylinder(unit) != command.get(2)) {
            seeks.implied(unit, command.get(2));
        }
        if (namesCylinder || which == FdcCommand.FORMAT_TRACK) {
            endOfTrack = namesCylinder ? command.get(6) : command.get(3);
        }
        phase = Phase.EXECUTION;
        execution.motor((dor >> 4 + unit & 1) != 0);
        execution.start(which, command, drive, dsr & 3, settings.nonDma());
        command.clear();
    }

    private void noResult() {
        command.clear();
        phase = Phase.COMMAND;
    }

    private void respond(int... bytes) {
        command.clear();
        result.set(bytes);
        phase = Phase.RESULT;
    }

    /** ST3 of a unit and head (bit 2). */
    int driveStatus(int unitAndHead) {
        FloppyDrive drive = drives[unitAndHead & 3];
        return ST3_ALWAYS | unitAndHead | (drive.atTrack0() ? ST3_TRACK_0 : 0)
                | (drive.writeProtected() ? ST3_WRITE_PROTECTED : 0);
    }

    private void senseInterrupt() {
        int unit = seeks.reportingUnit();
        if (unit < 0) {
            respond(ST0_INVALID);
            return;
        }
        interrupt(false);
        respond(seeks.sense(unit), seeks.presentCylinder(unit));
    }

    private void dumpRegisters() {
        respond(seeks.presentCylinder(0), seeks.presentCylinder(1), seeks.presentCylinder(2), seeks.presentCylinder(3),
                settings.stepAndUnload, settings.headLoad, endOfTrack,
                (settings.locked ? 0x80 : 0) | settings.perpendicular, settings.configuration,
                settings.precompensationTrack);
    }

    private final class Host implements FdcHost {
        @Override
        public boolean gateOpen() {
            return FloppyController.this.gateOpen();
        }

        @Override
        public void dataInterrupt(boolean level) {
            interrupt(level);
        }

        @Override
        public void finish(int st0, int st1, int st2, SectorId id) {
            respond(st0, st1, st2, id.cylinder, id.head, id.sector, id.size);
            interrupt(true);
        }
    }

    @Override
    public void writeState(StateWriter to) {
        settings.writeState(to);
        seeks.writeState(to);
        port.writeState(to);
        execution.writeState(to);
        command.writeState(to);
        result.writeState(to);
        EventState.write(to, resetDone);
        to.writeInt(phase.ordinal());
        to.writeInt(dor);
        to.writeInt(dsr);
        to.writeInt(tapeDrive);
        to.writeInt(endOfTrack);
        to.writeBoolean(interrupt);
        for (FloppyDrive drive : drives) {
            drive.writeState(to);
        }
    }

    @Override
    public void readState(StateReader from) throws CorruptSnapshot {
        settings.readState(from);
        seeks.readState(from);
        port.readState(from);
        execution.readState(from, drives);
        command.readState(from);
        result.readState(from);
        EventState.read(from, queue, resetDone);
        int ordinal = from.readInt();
        if (ordinal < 0 || ordinal >= Phase.values().length) {
            throw new CorruptSnapshot("fdc: unknown phase " + ordinal);
        }
        phase = Phase.values()[ordinal];
        dor = from.readInt() & 0xFF;
        dsr = from.readInt() & 0xFF;
        tapeDrive = from.readInt() & 3;
        endOfTrack = from.readInt() & 0xFF;
        interrupt = from.readBoolean();
        for (FloppyDrive drive : drives) {
            drive.readState(from);
        }
    }
}
