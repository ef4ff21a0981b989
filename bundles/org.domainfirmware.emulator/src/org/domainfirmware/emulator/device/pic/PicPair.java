package org.domainfirmware.emulator.device.pic;

import java.util.ArrayList;
import java.util.List;
import org.domainfirmware.emulator.bus.InterruptController;
import org.domainfirmware.emulator.bus.IrqLine;
import org.domainfirmware.emulator.bus.PortBus;
import org.domainfirmware.emulator.bus.PortHandler;
import org.domainfirmware.emulator.device.BooleanConsumer;
import org.domainfirmware.emulator.device.Device;
import org.domainfirmware.emulator.device.reg.Register;
import org.domainfirmware.emulator.snapshot.CorruptSnapshot;
import org.domainfirmware.emulator.snapshot.StateReader;
import org.domainfirmware.emulator.snapshot.StateWriter;

/** Master and slave 8259A as the PC/AT wires them; what INTR and INTA are connected to. */
public final class PicPair implements Device, InterruptController, PortHandler {
    private static final int CASCADE = 2;
    private static final int MASTER = 0x20;
    private static final int SLAVE = 0xA0;
    private static final int ELCR = 0x4D0;

    // IRQ 0, 1, 2, 8 and 13 are always edge triggered (PIIX3 datasheet, ELCR1 and ELCR2).
    private final Pic8259 master = new Pic8259("master", MASTER, ELCR, 0xF8);
    private final Pic8259 slave = new Pic8259("slave", SLAVE, ELCR + 1, 0xDE);
    private final IrqLine[] inputs = new IrqLine[16];
    private final List<Register> registers = new ArrayList<>();
    private BooleanConsumer intrListener = level -> { };
    private boolean intr;

    /** Puts the pair on ports 20h, 21h, A0h, A1h, 4D0h and 4D1h. */
    public PicPair(PortBus ports) {
        ports.register(MASTER, 2, 1, this);
        ports.register(SLAVE, 2, 1, this);
        ports.register(ELCR, 2, 1, this);
        for (int irq = 0; irq < inputs.length; irq++) {
            inputs[irq] = new Input(irq);
        }
        master.addRegisters(registers);
        slave.addRegisters(registers);
    }

    /**
     * The wire into an input.
     *
     * @param irq 0 to 15; 2 is the cascade and goes nowhere
     */
    public IrqLine irq(int irq) {
        return irq == CASCADE ? IrqLine.UNCONNECTED : inputs[irq];
    }

    /**
     * Vector base as ICW2 has it, for a hypervisor that moves it behind the guest's back.
     *
     * @param controller 0 master, 1 slave
     */
    public int vectorBase(int controller) {
        return (controller == 0 ? master : slave).vectorBase();
    }

    /** Sets a vector base; bits 0 to 2 do not count. */
    public void vectorBase(int controller, int base) {
        (controller == 0 ? master : slave).vectorBase(base);
    }

    /** Told when the INTR output changes: a local APIC sees it at LINT0. */
    public void onIntr(BooleanConsumer listener) {
        intrListener = listener;
    }

    @Override
    public boolean interruptPending() {
        return intr;
    }

    @Override
    public int acknowledge() {
        int level = master.acknowledge();
        int vector;
        if (level == CASCADE && master.hasSlave(level)) {
            // The slave's INT falls during the acknowledge; a further request makes a new edge.
            vector = slave.slaveId() == CASCADE ? slave.vector(slave.acknowledge()) : 0xFF;
            master.setLine(CASCADE, false);
        } else {
            vector = master.vector(level);
        }
        update();
        return vector;
    }

    @Override
    public int read(int port, int size) {
        if ((port & ~1) == ELCR) {
            return peek(port, size);
        }
        Pic8259 chip = chip(port);
        boolean polled = chip.polling();
        int value = chip.read(port & 1);
        if (polled && chip == slave) {
            master.setLine(CASCADE, false);
        }
        update();
        return value;
    }

    @Override
    public int peek(int port, int size) {
        return switch (port) {
            case ELCR -> master.elcr();
            case ELCR + 1 -> slave.elcr();
            default -> chip(port).peek(port & 1);
        };
    }

    @Override
    public void write(int port, int size, int value) {
        switch (port) {
            case ELCR -> master.writeElcr(value);
            case ELCR + 1 -> slave.writeElcr(value);
            default -> chip(port).write(port & 1, value);
        }
        update();
    }

    private Pic8259 chip(int port) {
        return (port & ~1) == MASTER ? master : slave;
    }

    /** Recomputes the outputs. The slave's INT is an ordinary line into the master. */
    private void update() {
        master.setLine(CASCADE, slave.request() >= 0);
        boolean now = master.request() >= 0;
        if (now != intr) {
            intr = now;
            intrListener.accept(now);
        }
    }

    @Override
    public void reset() {
        master.reset();
        slave.reset();
        update();
    }

    @Override
    public List<Register> registers() {
        return List.copyOf(registers);
    }

    @Override
    public String name() {
        return "pic";
    }

    @Override
    public void writeState(StateWriter to) {
        master.writeState(to);
        slave.writeState(to);
    }

    @Override
    public void readState(StateReader from) throws CorruptSnapshot {
        master.readState(from);
        slave.readState(from);
        intr = master.request() >= 0;
        intrListener.accept(intr);
    }

    private final class Input implements IrqLine {
        private final Pic8259 chip;
        private final int input;

        Input(int irq) {
            chip = irq < 8 ? master : slave;
            input = irq & 7;
        }

        @Override
        public void set(boolean level) {
            chip.setLine(input, level);
            update();
        }

        @Override
        public void pulse() {
            chip.pulse(input);
            update();
        }
    }
}
