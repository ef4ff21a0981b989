package org.domainfirmware.emulator.device.pci;

import java.util.List;
import org.domainfirmware.emulator.bus.IrqLine;
import org.domainfirmware.emulator.bus.PortHandler;
import org.domainfirmware.emulator.device.EventState;
import org.domainfirmware.emulator.device.reg.Access;
import org.domainfirmware.emulator.device.reg.Register;
import org.domainfirmware.emulator.snapshot.CorruptSnapshot;
import org.domainfirmware.emulator.snapshot.StateReader;
import org.domainfirmware.emulator.snapshot.StateWriter;
import org.domainfirmware.emulator.time.EventQueue;
import org.domainfirmware.emulator.time.TimedEvent;

/** The PIIX4's power management ports, 64 from PMBA on (82371AB datasheet, section 7.2). */
final class PowerRegisters implements PortHandler {
    static final int PORTS = 64;
    private static final int PMSTS = 0x00;
    private static final int PMEN = 0x02;
    private static final int PMCNTRL = 0x04;
    private static final int PMTMR = 0x08;
    private static final int GPSTS = 0x0C;
    private static final int GPEN = 0x0E;
    private static final int GLBSTS = 0x18;
    private static final int DEVSTS = 0x1C;
    private static final int GLBEN = 0x20;
    private static final int GLBCTL = 0x28;
    private static final int DEVCTL = 0x2C;
    private static final int GPOREG = 0x34;

    private static final int TIMER_OVERFLOW = 0x0001;
    private static final int POWER_BUTTON = 0x0100;
    private static final int RESUME = 0x8000;
    private static final int SCI_ENABLE = 0x0001;
    private static final int SUSPEND_ENABLE = 0x20;

    private final EventQueue queue;
    private final IrqLine sci;
    private final Runnable powerOff;
    private final ConfigSpace block = new ConfigSpace();
    private final TimedEvent overflow;

    PowerRegisters(EventQueue queue, IrqLine sci, Runnable powerOff) {
        this.queue = queue;
        this.sci = sci;
        this.powerOff = powerOff;
        overflow = new TimedEvent("pm.timer") {
            @Override
            protected void fire(long dueNanos) {
                block.set(PMSTS, 2, block.read(PMSTS, 2) | TIMER_OVERFLOW);
                queue.scheduleAt(overflow, PmTimer.nextOverflow(dueNanos));
                drive();
            }
        };
        block.declareClearedByOnes(PMSTS, 2, 0x8D31);
        block.declare(PMEN, 2, 0, 0x0521);
        block.declare(PMCNTRL, 2, 0, 0x1C03);
        block.declareClearedByOnes(GPSTS, 2, 0x0F81);
        block.declare(GPEN, 2, 0, 0x0F01);
        block.declare(0x10, 4, 0, 0x00023E1E);
        block.declareClearedByOnes(GLBSTS, 2, 0x0C75);
        block.declareClearedByOnes(DEVSTS, 4, 0x3FFF0FFF);
        block.declare(GLBEN, 2, 0, 0x8C73);
        block.declare(GLBCTL, 4, 0, 0x07010FFF);
        block.declare(DEVCTL, 4, 0, 0x1FFFFFFF);
        block.declare(0x30, 4, 0, 0);
        block.declare(GPOREG, 4, 0x7FFFBFFF, 0x7FFFFFFF);
    }

    @Override
    public int read(int port, int size) {
        return peek(port, size);
    }

    @Override
    public int peek(int port, int size) {
        int value = 0;
        for (int i = 0; i < size; i++) {
            value |= peekByte((port & PORTS - 1) + i) << 8 * i;
        }
        return value;
    }

    private int peekByte(int offset) {
        if (offset >= PMTMR && offset < PMTMR + 4) {
            return PmTimer.value(queue.clock().nanos()) >>> 8 * (offset - PMTMR) & 0xFF;
        }
        return offset < PORTS ? block.read(offset, 1) : 0xFF;
    }

    @Override
    public void write(int port, int size, int value) {
        for (int i = 0; i < size; i++) {
            int offset = (port & PORTS - 1) + i;
            int written = value >>> 8 * i & 0xFF;
            block.write(offset, 1, written);
            if (offset == PMCNTRL + 1 && (written & SUSPEND_ENABLE) != 0) {
                suspend(written >> 2 & 7);
            }
        }
        drive();
    }

    /** SUS_TYP 0 is soft off; from the other states the guest is resumed at once. */
    private void suspend(int type) {
        if (type == 0) {
            powerOff.run();
        } else {
            block.set(PMSTS, 2, block.read(PMSTS, 2) | RESUME);
        }
    }

    /** Switches between legacy and ACPI mode. */
    void acpi(boolean on) {
        int control = block.read(PMCNTRL, 2);
        block.set(PMCNTRL, 2, on ? control | SCI_ENABLE : control & ~SCI_ENABLE);
        drive();
    }

    /** The power button was pressed. */
    void powerButton() {
        block.set(PMSTS, 2, block.read(PMSTS, 2) | POWER_BUTTON);
        drive();
    }

    private void drive() {
        boolean event = (block.read(PMSTS, 2) & block.read(PMEN, 2)) != 0
                || (block.read(GPSTS, 2) & block.read(GPEN, 2)) != 0;
        sci.set(event && (block.read(PMCNTRL, 2) & SCI_ENABLE) != 0);
    }

    void reset() {
        block.reset();
        queue.scheduleAt(overflow, PmTimer.nextOverflow(queue.clock().nanos()));
        drive();
    }

    List<Register> registers() {
        return List.of(
                port("PMSTS", PMSTS, 16).field("TMROF_STS", 0, 1).field("BM_STS", 4, 1).field("GBL_STS", 5, 1)
                        .field("PWRBTN_STS", 8, 1).field("RTC_STS", 10, 1).field("RSM_STS", 15, 1)
                        .sideEffect("ones clear; lowers SCI"),
                port("PMEN", PMEN, 16).field("TMROF_EN", 0, 1).field("GBL_EN", 5, 1).field("PWRBTN_EN", 8, 1)
                        .field("RTC_EN", 10, 1),
                port("PMCNTRL", PMCNTRL, 16).field("SCI_EN", 0, 1).field("BRLD_EN_BM", 1, 1)
                        .field("SUS_TYP", 10, 3, "soft off", "suspend to RAM", "context lost", "context kept", "reserved",
                                "working")
                        .sideEffect("SUS_EN (bit 13) enters the state of SUS_TYP; soft off powers off"),
                Register.of("PMTMR", "PMBA+08h", 24, Access.READ_ONLY, () -> PmTimer.value(queue.clock().nanos())),
                port("GPSTS", GPSTS, 16).sideEffect("ones clear"),
                port("GPEN", GPEN, 16),
                port("GLBSTS", GLBSTS, 16).sideEffect("ones clear"),
                port("DEVSTS", DEVSTS, 32).sideEffect("ones clear"),
                port("GLBEN", GLBEN, 16),
                port("GLBCTL", GLBCTL, 32).field("SMI_EN", 0, 1),
                port("DEVCTL", DEVCTL, 32),
                port("GPOREG", GPOREG, 32));
    }

    private Register port(String name, int offset, int bits) {
        return Register.of(name, String.format("PMBA+%02Xh", offset), bits, Access.READ_WRITE, () -> peek(offset, bits / 8));
    }

    void writeState(StateWriter to) {
        block.writeState(to);
        EventState.write(to, overflow);
    }

    void readState(StateReader from) throws CorruptSnapshot {
        block.readState(from);
        EventState.read(from, queue, overflow);
    }
}
