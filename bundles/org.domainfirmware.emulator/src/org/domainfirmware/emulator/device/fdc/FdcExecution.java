package org.domainfirmware.emulator.device.fdc;

import static org.domainfirmware.emulator.device.fdc.FdcStatus.ST0_ABNORMAL;
import static org.domainfirmware.emulator.device.fdc.FdcStatus.ST0_EQUIPMENT_CHECK;
import static org.domainfirmware.emulator.device.fdc.FdcStatus.ST1_DATA_ERROR;
import static org.domainfirmware.emulator.device.fdc.FdcStatus.ST1_END_OF_CYLINDER;
import static org.domainfirmware.emulator.device.fdc.FdcStatus.ST1_MISSING_ADDRESS_MARK;
import static org.domainfirmware.emulator.device.fdc.FdcStatus.ST1_NOT_WRITABLE;
import static org.domainfirmware.emulator.device.fdc.FdcStatus.ST1_NO_DATA;
import static org.domainfirmware.emulator.device.fdc.FdcStatus.ST1_OVERRUN;
import static org.domainfirmware.emulator.device.fdc.FdcStatus.ST2_CONTROL_MARK;
import static org.domainfirmware.emulator.device.fdc.FdcStatus.ST2_DATA_ERROR_IN_DATA;
import static org.domainfirmware.emulator.device.fdc.FdcStatus.ST2_SCAN_EQUAL;
import static org.domainfirmware.emulator.device.fdc.FdcStatus.ST2_SCAN_NOT_SATISFIED;
import static org.domainfirmware.emulator.device.fdc.FdcStatus.ST2_WRONG_CYLINDER;

import java.io.IOException;
import java.util.Arrays;
import org.domainfirmware.emulator.device.EventState;
import org.domainfirmware.emulator.snapshot.CorruptSnapshot;
import org.domainfirmware.emulator.snapshot.StateReader;
import org.domainfirmware.emulator.snapshot.StateWriter;
import org.domainfirmware.emulator.time.EventQueue;
import org.domainfirmware.emulator.time.TimedEvent;

/** The execution phase of the commands that touch the surface: sector by sector, each an event. */
final class FdcExecution {
    /** Guest time until the first sector comes round; a real one needs up to 200 ms. */
    private static final long SEARCH_NANOS = 60_000;
    /** Guest time a sector takes. */
    private static final long SECTOR_NANOS = 20_000;
    /** How often a closed DMA channel is asked again, a revolution in all, before it is an overrun. */
    private static final long STARVED_NANOS = 1_000_000;
    private static final int STARVED_TRIES = 200;
    private static final int MFM = 0x40;
    private static final int SIZE_512 = 2;

    private final EventQueue queue;
    private final FdcHost host;
    private final FdcDataPort port;
    private final TimedEvent step;

    private FdcCommand command = FdcCommand.INVALID;
    private FloppyDrive drive;
    private int unit;
    private int head;
    private boolean multiTrack;
    private boolean mfm;
    private boolean skip;
    private boolean nonDma;
    private int rateSelect;
    private int endOfTrack;
    /** Sectors still to do: of FORMAT TRACK, and of VERIFY with EC set; else 0. */
    private int sectorsLeft;
    private boolean counted;
    private int filler;
    private final SectorId id = new SectorId();
    private int st1;
    private int st2;
    private int starved;
    private boolean terminalCount;
    /** The last sector compared met the SCAN command's condition. */
    private boolean scanSatisfied;
    /** A sector (or ID) is under way between host and controller. */
    private boolean moving;
    private boolean motorOn;

    FdcExecution(EventQueue queue, FdcHost host, FdcDataPort port) {
        this.queue = queue;
        this.host = host;
        this.port = port;
        step = new TimedEvent("fdc.sector") {
            @Override
            protected void fire(long dueNanos) {
                next();
            }
        };
    }

    /**
     * Begins the execution phase.
     *
     * @param bytes the command phase's bytes
     */
    void start(FdcCommand which, FdcBytes bytes, FloppyDrive selected, int rate, boolean pio) {
        command = which;
        drive = selected;
        rateSelect = rate;
        nonDma = pio;
        multiTrack = (bytes.get(0) & 0x80) != 0 && which != FdcCommand.READ_TRACK;
        mfm = (bytes.get(0) & MFM) != 0;
        skip = (bytes.get(0) & 0x20) != 0;
        unit = bytes.get(1) & 3;
        head = bytes.get(1) >> 2 & 1;
        st1 = 0;
        st2 = 0;
        starved = 0;
        terminalCount = false;
        scanSatisfied = true;
        moving = false;
        counted = which == FdcCommand.FORMAT_TRACK || which == FdcCommand.VERIFY && (bytes.get(1) & 0x80) != 0;
        switch (which) {
            case READ_ID -> id.set(drive.trackNumber(), head, 0, 0);
            case FORMAT_TRACK -> {
                id.set(drive.trackNumber(), head, 1, bytes.get(2));
                sectorsLeft = bytes.get(3);
                filler = bytes.get(5);
            }
            default -> {
                id.set(bytes.get(2), bytes.get(3), which == FdcCommand.READ_TRACK ? 1 : bytes.get(4), bytes.get(5));
                endOfTrack = bytes.get(6);
                sectorsLeft = bytes.get(8);
            }
        }
        queue.scheduleIn(step, SEARCH_NANOS);
    }

    void cancel() {
        queue.cancel(step);
        port.close();
        command = FdcCommand.INVALID;
    }

    /** The host moved a byte by the data port. */
    void byteMoved() {
        if (port.complete()) {
            host.dataInterrupt(false);
            port.close();
            queue.scheduleIn(step, SECTOR_NANOS);
        }
    }

    /** True while a non-DMA transfer wants the host to move bytes. */
    boolean wantsHost() {
        return nonDma && port.isOpen();
    }

    private void next() {
        if (drive.medium() == null || !motorOn) {
            // No index pulses: the controller waits for ever, and the BIOS times out and resets it.
            port.close();
        } else if (!moving) {
            search();
        } else if (nonDma) {
            moving = false;
            sectorMoved();
        } else {
            moveByDma();
        }
    }

    private void search() {
        if (!mfm || !drive.readable(head, rateSelect)) {
            fail(ST0_ABNORMAL, ST1_MISSING_ADDRESS_MARK, 0);
        } else if (command.writesMedium() && drive.writeProtected()) {
            fail(ST0_ABNORMAL, ST1_NOT_WRITABLE, 0);
        } else if (command == FdcCommand.READ_ID) {
            id.set(drive.trackNumber(), head, drive.nextSector(), SIZE_512);
            finish(0);
        } else if (command == FdcCommand.FORMAT_TRACK) {
            openPort(4);
        } else if (found() && load()) {
            openPort(512);
        }
    }

    /** The selected drive's motor, as DOR drives it. */
    void motor(boolean on) {
        motorOn = on;
    }

    /** Looks for the ID; reports and gives false when the track has no such sector. */
    private boolean found() {
        boolean wrongCylinder = id.cylinder != drive.trackNumber();
        boolean match = !wrongCylinder && id.head == head && id.size == SIZE_512
                && id.sector >= 1 && id.sector <= drive.format().sectors();
        if (match) {
            return true;
        }
        if (command == FdcCommand.READ_TRACK && id.sector <= drive.format().sectors()) {
            // READ TRACK compares, notes the difference and reads on (datasheet 5.1.3).
            st1 |= ST1_NO_DATA;
            return true;
        }
        fail(ST0_ABNORMAL, ST1_NO_DATA, wrongCylinder ? ST2_WRONG_CYLINDER : 0);
        return false;
    }

    private boolean load() {
        if (command == FdcCommand.WRITE_DATA || command == FdcCommand.WRITE_DELETED_DATA) {
            return true;
        }
        if (command == FdcCommand.READ_DELETED_DATA) {
            // Images hold only normal data marks: this sector is of the other kind.
            st2 |= ST2_CONTROL_MARK;
            if (skip) {
                advanceOrFinish();
                return false;
            }
        }
        try {
            drive.read(head, id.sector, port.buffer);
            return true;
        } catch (IOException e) {
            fail(ST0_ABNORMAL, ST1_DATA_ERROR, ST2_DATA_ERROR_IN_DATA);
            return false;
        }
    }

    private void openPort(int bytes) {
        if (command == FdcCommand.VERIFY) {
            advanceOrFinish();
            return;
        }
        port.open(bytes, command.takesBytes());
        moving = true;
        starved = 0;
        if (nonDma) {
            host.dataInterrupt(true);
        } else {
            moveByDma();
        }
    }

    private void moveByDma() {
        int moved = host.gateOpen() ? port.moveByDma() : 0;
        if (moved == 0 && !port.complete()) {
            starved++;
            if (starved > STARVED_TRIES) {
                fail(ST0_ABNORMAL, ST1_OVERRUN, 0);
            } else {
                queue.scheduleIn(step, STARVED_NANOS);
            }
            return;
        }
        terminalCount = port.terminalCount();
        if (!terminalCount && !port.complete()) {
            queue.scheduleIn(step, SECTOR_NANOS);
            return;
        }
        moving = false;
        port.close();
        sectorMoved();
    }

    /** All of a sector's bytes, or as many as TC let through, have passed. */
    private void sectorMoved() {
        if (command == FdcCommand.FORMAT_TRACK) {
            if (!format()) {
                return;
            }
        } else if (command.writesMedium()) {
            Arrays.fill(port.buffer, port.done(), 512, (byte) 0);
            if (!store()) {
                return;
            }
        } else if (command.scans() && !scan()) {
            return;
        }
        advanceOrFinish();
    }

    private boolean store() {
        try {
            drive.write(head, id.sector, port.buffer);
            return true;
        } catch (IOException e) {
            fail(ST0_ABNORMAL | ST0_EQUIPMENT_CHECK, 0, 0);
            return false;
        }
    }

    /** FORMAT TRACK: fills the sector that the host's ID names; only the medium's own format fits an image. */
    private boolean format() {
        int c = port.buffer[0] & 0xFF;
        int h = port.buffer[1] & 0xFF;
        int r = port.buffer[2] & 0xFF;
        int n = port.buffer[3] & 0xFF;
        id.set(c, h, r, n);
        if (port.done() < 4) {
            return true;
        }
        if (c != drive.trackNumber() || h != head || n != SIZE_512 || r < 1 || r > drive.format().sectors()) {
            fail(ST0_ABNORMAL, ST1_NO_DATA, 0);
            return false;
        }
        Arrays.fill(port.buffer, (byte) filler);
        return store();
    }

    /** SCAN: compares with the host's bytes, FFh matching anything; gives false when the command ended. */
    private boolean scan() {
        byte[] disk = new byte[512];
        try {
            drive.read(head, id.sector, disk);
        } catch (IOException e) {
            fail(ST0_ABNORMAL, ST1_DATA_ERROR, ST2_DATA_ERROR_IN_DATA);
            return false;
        }
        boolean scanEqual = true;
        scanSatisfied = true;
        for (int i = 0; i < port.done(); i++) {
            int wanted = port.buffer[i] & 0xFF;
            int there = disk[i] & 0xFF;
            if (wanted != 0xFF && there != 0xFF && wanted != there) {
                scanEqual = false;
                scanSatisfied &= command == FdcCommand.SCAN_LOW_OR_EQUAL && there < wanted
                        || command == FdcCommand.SCAN_HIGH_OR_EQUAL && there > wanted;
            }
        }
        if (scanSatisfied) {
            st2 |= scanEqual ? ST2_SCAN_EQUAL : 0;
            finish(0);
            return false;
        }
        return true;
    }

    /** After a sector: the end, or the next one. */
    private void advanceOrFinish() {
        boolean last = id.sector == endOfTrack && !(multiTrack && head == 0);
        if (command == FdcCommand.FORMAT_TRACK) {
            sectorsLeft--;
            if (terminalCount || sectorsLeft <= 0) {
                finish(0);
            } else {
                again();
            }
            return;
        }
        boolean deleted = (st2 & ST2_CONTROL_MARK) != 0 && !skip;
        if (counted) {
            sectorsLeft = sectorsLeft - 1 & 0xFF;
            terminalCount = sectorsLeft == 0;
        }
        int previousHead = id.head;
        id.advance(endOfTrack, multiTrack);
        if (terminalCount || deleted) {
            finish(0);
        } else if (last) {
            if (command.scans() || command == FdcCommand.VERIFY && !counted) {
                finish(0);
            } else {
                fail(ST0_ABNORMAL, ST1_END_OF_CYLINDER, 0);
            }
        } else {
            head ^= previousHead != id.head ? 1 : 0;
            again();
        }
    }

    private void again() {
        queue.scheduleIn(step, SECTOR_NANOS);
    }

    private void fail(int st0, int moreSt1, int moreSt2) {
        st1 |= moreSt1;
        st2 |= moreSt2;
        finish(st0);
    }

    private void finish(int st0) {
        if (!scanSatisfied) {
            st2 |= ST2_SCAN_NOT_SATISFIED;
        }
        command = FdcCommand.INVALID;
        moving = false;
        port.close();
        host.finish(st0 | head << 2 | unit, st1, st2, id);
    }

    void writeState(StateWriter to) {
        EventState.write(to, step);
        to.writeInt(command.ordinal());
        to.writeInt(unit);
        to.writeInt(head);
        to.writeBoolean(multiTrack);
        to.writeBoolean(mfm);
        to.writeBoolean(skip);
        to.writeBoolean(nonDma);
        to.writeInt(rateSelect);
        to.writeInt(endOfTrack);
        to.writeInt(sectorsLeft);
        to.writeBoolean(counted);
        to.writeInt(filler);
        id.writeState(to);
        to.writeInt(st1);
        to.writeInt(st2);
        to.writeInt(starved);
        to.writeBoolean(terminalCount);
        to.writeBoolean(scanSatisfied);
        to.writeBoolean(moving);
        to.writeBoolean(motorOn);
    }

    void readState(StateReader from, FloppyDrive[] drives) throws CorruptSnapshot {
        EventState.read(from, queue, step);
        int ordinal = from.readInt();
        if (ordinal < 0 || ordinal >= FdcCommand.values().length) {
            throw new CorruptSnapshot("fdc: unknown command " + ordinal);
        }
        command = FdcCommand.values()[ordinal];
        unit = from.readInt() & 3;
        drive = drives[unit];
        head = from.readInt() & 1;
        multiTrack = from.readBoolean();
        mfm = from.readBoolean();
        skip = from.readBoolean();
        nonDma = from.readBoolean();
        rateSelect = from.readInt() & 3;
        endOfTrack = from.readInt() & 0xFF;
        sectorsLeft = from.readInt();
        counted = from.readBoolean();
        filler = from.readInt();
        id.readState(from);
        st1 = from.readInt();
        st2 = from.readInt();
        starved = from.readInt();
        terminalCount = from.readBoolean();
        scanSatisfied = from.readBoolean();
        moving = from.readBoolean();
        motorOn = from.readBoolean();
    }
}
