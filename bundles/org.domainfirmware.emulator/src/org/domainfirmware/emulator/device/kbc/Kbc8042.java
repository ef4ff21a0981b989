package org.domainfirmware.emulator.device.kbc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.domainfirmware.emulator.bus.IrqLine;
import org.domainfirmware.emulator.bus.PortBus;
import org.domainfirmware.emulator.bus.PortHandler;
import org.domainfirmware.emulator.device.BooleanConsumer;
import org.domainfirmware.emulator.device.Device;
import org.domainfirmware.emulator.device.EventState;
import org.domainfirmware.emulator.device.reg.Access;
import org.domainfirmware.emulator.device.reg.Register;
import org.domainfirmware.emulator.snapshot.CorruptSnapshot;
import org.domainfirmware.emulator.snapshot.StateReader;
import org.domainfirmware.emulator.snapshot.StateWriter;
import org.domainfirmware.emulator.time.EventQueue;
import org.domainfirmware.emulator.time.TimedEvent;

/** The keyboard and auxiliary device controller, with its keyboard and mouse attached. */
public final class Kbc8042 implements Device, PortHandler {
    private static final int DATA = 0x60;
    private static final int COMMAND = 0x64;
    /** The 8042's own answers, nanoseconds. */
    private static final long CONTROLLER_NANOS = 5_000;
    /** A byte from a device: the controller holds the clock low between the host's reads. */
    private static final long DEVICE_NANOS = 250_000;

    private static final int STATUS_SYSTEM = 0x04;
    private static final int STATUS_COMMAND = 0x08;
    private static final int STATUS_UNLOCKED = 0x10;
    private static final int KEYBOARD_DISABLED = 0x10;
    private static final int MOUSE_DISABLED = 0x20;
    private static final int TRANSLATE = 0x40;
    /** In a queued answer: it comes as if from the auxiliary device. */
    private static final int FROM_AUXILIARY = 0x100;

    private final EventQueue queue;
    private final BooleanConsumer a20;
    private final Runnable resetPulse;
    private final OutputBuffer output;
    private final Ps2Keyboard keyboard;
    private final Ps2Mouse mouse;
    private final Typist typist;
    private final int[] ram = new int[32];
    private final List<Register> registers = new ArrayList<>();
    /** Answers of the controller itself, oldest first; at most four wait. */
    private final int[] answers = new int[4];
    private int answerCount;
    private boolean lastWasCommand;
    private int lastCommand;
    /** The command whose data byte comes next at port 60h, or 0. */
    private int awaiting;
    private int outputPort;
    /** A break prefix F0h was swallowed by translation. */
    private boolean breakPending;

    private final TimedEvent transfer = new TimedEvent("kbc") {
        @Override
        protected void fire(long dueNanos) {
            fillOutput();
        }
    };

    /**
     * Puts the controller on ports 60h and 64h.
     *
     * @param a20 told the level of the A20 output
     * @param resetPulse run when the output port resets the processor
     */
    public Kbc8042(PortBus ports, EventQueue queue, IrqLine irq1, IrqLine irq12, BooleanConsumer a20,
            Runnable resetPulse) {
        this.queue = queue;
        this.a20 = a20;
        this.resetPulse = resetPulse;
        output = new OutputBuffer(irq1, irq12);
        keyboard = new Ps2Keyboard(this::scheduleTransfer);
        mouse = new Ps2Mouse(this::scheduleTransfer);
        typist = new Typist(queue, this);
        ports.register(DATA, 1, 1, this);
        ports.register(COMMAND, 1, 1, this);
        declareRegisters();
        reset();
    }

    private void declareRegisters() {
        registers.add(Register.of("output buffer", "60h", 8, Access.READ_WRITE, output::data)
                .sideEffect("read empties it; write is the data byte of a command or goes to the keyboard"));
        registers.add(Register.of("status", "64h", 8, Access.READ_ONLY, this::status)
                .field("OBF", 0, 1).field("IBF", 1, 1).field("SYS", 2, 1).field("A2", 3, 1, "data", "command")
                .field("unlocked", 4, 1).field("auxiliary OBF", 5, 1).field("timeout", 6, 1).field("parity", 7, 1));
        registers.add(Register.of("command", "64h", 8, Access.WRITE_ONLY, () -> lastCommand));
        registers.add(Register.of("command byte", "64h.20h", 8, Access.READ_WRITE, () -> ram[0])
                .field("IRQ1", 0, 1).field("IRQ12", 1, 1).field("SYS", 2, 1).field("keyboard off", 4, 1)
                .field("mouse off", 5, 1).field("translate", 6, 1));
        registers.add(Register.of("output port", "64h.D0h", 8, Access.READ_WRITE, this::outputPort)
                .field("not reset", 0, 1).field("A20", 1, 1).field("IRQ1", 4, 1).field("IRQ12", 5, 1));
        registers.add(Register.of("keyboard LEDs", "", 3, Access.INTERNAL, keyboard::leds)
                .field("Scroll", 0, 1).field("Num", 1, 1).field("Caps", 2, 1));
        registers.add(Register.of("scan code set", "", 2, Access.INTERNAL, keyboard::scanCodeSet));
        registers.add(Register.of("typematic", "", 7, Access.INTERNAL, keyboard::typematic));
    }

    /** Types text as {@link KeyText} reads it, at a human pace in guest time. */
    public void type(String text) {
        typist.press(KeyText.strokes(text));
    }

    /** A key goes down or up; it waits its turn behind what is being typed. */
    public void key(Key key, boolean down) {
        typist.press(key, down);
    }

    /** Strokes that wait to be delivered. */
    public int strokesWaiting() {
        return typist.waiting();
    }

    /** Strokes dropped because too many waited. */
    public long strokesDropped() {
        return typist.dropped();
    }

    /**
     * The mouse was moved.
     *
     * @param right counts to the right, down counts towards the user, wheelDown notches towards the user
     * @param buttons bit 0 left, 1 right, 2 middle
     */
    public void moveMouse(int right, int down, int wheelDown, int buttons) {
        mouse.move(right, down, wheelDown, buttons);
    }

    Ps2Keyboard keyboard() {
        return keyboard;
    }

    /** True when the guest has taken every byte of the keyboard's and can get more. */
    boolean keyboardIdle() {
        return keyboard.scanning() && !keyboard.hasOutput() && (ram[0] & KEYBOARD_DISABLED) == 0
                && !(output.full() && !output.auxiliary());
    }

    private int status() {
        return (output.full() ? 1 : 0) | ram[0] & STATUS_SYSTEM | (lastWasCommand ? STATUS_COMMAND : 0)
                | STATUS_UNLOCKED | (output.full() && output.auxiliary() ? 0x20 : 0);
    }

    private int outputPort() {
        boolean keyboardFull = output.full() && !output.auxiliary();
        boolean mouseFull = output.full() && output.auxiliary();
        return outputPort & 0xCF | (keyboardFull ? 0x10 : 0) | (mouseFull ? 0x20 : 0);
    }

    @Override
    public int read(int port, int size) {
        if (port == COMMAND) {
            return status();
        }
        int value = output.take();
        output.driveInterrupts(ram[0]);
        mouse.report();
        scheduleTransfer();
        return value;
    }

    @Override
    public int peek(int port, int size) {
        return port == COMMAND ? status() : output.data();
    }

    @Override
    public void write(int port, int size, int value) {
        if (port == COMMAND) {
            lastWasCommand = true;
            lastCommand = value;
            awaiting = 0;
            command(value);
        } else {
            lastWasCommand = false;
            int command = awaiting;
            awaiting = 0;
            data(command, value);
        }
        scheduleTransfer();
    }

    private void command(int value) {
        if (value < 0x80) {
            if ((value & 0x40) != 0) {
                awaiting = value;
            } else if (value >= 0x20) {
                answer(ram[value & 0x1F]);
            }
            return;
        }
        switch (value) {
            // Password support is not installed.
            case 0xA4 -> answer(0xF1);
            case 0xA7 -> commandByte(ram[0] | MOUSE_DISABLED);
            case 0xA8 -> commandByte(ram[0] & ~MOUSE_DISABLED);
            case 0xA9, 0xAB -> answer(0);
            case 0xAA -> {
                commandByte(ram[0] | STATUS_SYSTEM | KEYBOARD_DISABLED | MOUSE_DISABLED);
                answer(0x55);
            }
            case 0xAD -> commandByte(ram[0] | KEYBOARD_DISABLED);
            case 0xAE -> commandByte(ram[0] & ~KEYBOARD_DISABLED);
            // Input port: keyboard unlocked, manufacturing jumper out, colour display.
            case 0xC0 -> answer(0x80);
            case 0xCA -> answer(1);
            case 0xD0 -> answer(outputPort());
            case 0xD1, 0xD2, 0xD3, 0xD4 -> awaiting = value;
            case 0xDD -> writeOutputPort(outputPort & ~2);
            case 0xDF -> writeOutputPort(outputPort | 2);
            // Test inputs: both clock lines, low while the interface is disabled.
            case 0xE0 -> answer(((ram[0] & KEYBOARD_DISABLED) == 0 ? 1 : 0) | ((ram[0] & MOUSE_DISABLED) == 0 ? 2 : 0));
            default -> {
                if (value >= 0xF0 && (value & 1) == 0) {
                    resetPulse.run();
                }
            }
        }
    }

    private void data(int command, int value) {
        if (command >= 0x60 && command < 0x80) {
            if (command == 0x60) {
                commandByte(value);
            } else {
                ram[command & 0x1F] = value;
            }
            return;
        }
        switch (command) {
            case 0xD1 -> writeOutputPort(value);
            case 0xD2 -> answer(value);
            case 0xD3 -> answer(FROM_AUXILIARY | value);
            case 0xD4 -> {
                ram[0] &= ~MOUSE_DISABLED;
                mouse.receive(value);
            }
            default -> {
                ram[0] &= ~KEYBOARD_DISABLED;
                keyboard.receive(value);
            }
        }
    }

    private void commandByte(int value) {
        ram[0] = value & 0x7F;
        output.driveInterrupts(ram[0]);
    }

    private void writeOutputPort(int value) {
        outputPort = value & 0xCF;
        a20.accept((value & 2) != 0);
        if ((value & 1) == 0) {
            resetPulse.run();
        }
    }

    private void answer(int value) {
        if (answerCount == answers.length) {
            System.arraycopy(answers, 1, answers, 0, answers.length - 1);
            answerCount--;
        }
        answers[answerCount++] = value;
    }

    private boolean keyboardReady() {
        return keyboard.hasOutput() && (ram[0] & KEYBOARD_DISABLED) == 0;
    }

    private boolean mouseReady() {
        return mouse.hasOutput() && (ram[0] & MOUSE_DISABLED) == 0;
    }

    /** Arranges for the next byte to arrive, if one waits and the buffer is free. */
    private void scheduleTransfer() {
        if (output.full()) {
            return;
        }
        if (answerCount > 0) {
            queue.scheduleIn(transfer, CONTROLLER_NANOS);
        } else if (!keyboardReady() && !mouseReady()) {
            queue.cancel(transfer);
        } else if (!transfer.isScheduled()) {
            queue.scheduleIn(transfer, DEVICE_NANOS);
        }
    }

    private void fillOutput() {
        if (output.full()) {
            return;
        }
        if (answerCount > 0) {
            int value = answers[0];
            answerCount--;
            System.arraycopy(answers, 1, answers, 0, answerCount);
            output.load(value & 0xFF, (value & FROM_AUXILIARY) != 0);
        } else if (keyboardReady()) {
            int code = translated(keyboard.send());
            if (code < 0) {
                scheduleTransfer();
                return;
            }
            output.load(code, false);
        } else if (mouseReady()) {
            output.load(mouse.send(), true);
        }
        output.driveInterrupts(ram[0]);
    }

    /** Set 2 to set 1 when the command byte wants it; -1 for the break prefix, which becomes bit 7 of the next. */
    private int translated(int code) {
        if ((ram[0] & TRANSLATE) == 0) {
            breakPending = false;
            return code;
        }
        if (code == 0xF0) {
            breakPending = true;
            return -1;
        }
        int value = ScanCodes.translate(code) | (breakPending ? 0x80 : 0);
        breakPending = false;
        return value;
    }

    @Override
    public void reset() {
        queue.cancel(transfer);
        Arrays.fill(ram, 0);
        ram[0] = 0x01 | TRANSLATE;
        output.clear();
        answerCount = 0;
        lastWasCommand = false;
        lastCommand = 0;
        awaiting = 0;
        breakPending = false;
        outputPort = 0xCF;
        keyboard.powerOn();
        mouse.powerOn();
        output.driveInterrupts(ram[0]);
        a20.accept(true);
    }

    @Override
    public List<Register> registers() {
        return List.copyOf(registers);
    }

    @Override
    public String name() {
        return "kbc";
    }

    @Override
    public void writeState(StateWriter to) {
        output.writeState(to);
        keyboard.writeState(to);
        mouse.writeState(to);
        typist.writeState(to);
        to.writeInts(ram);
        to.writeInt(answerCount);
        for (int i = 0; i < answers.length; i++) {
            to.writeInt(i < answerCount ? answers[i] : 0);
        }
        to.writeInts(new int[] {lastWasCommand ? 1 : 0, lastCommand, awaiting, outputPort, breakPending ? 1 : 0});
        EventState.write(to, transfer);
    }

    @Override
    public void readState(StateReader from) throws CorruptSnapshot {
        output.readState(from);
        keyboard.readState(from);
        mouse.readState(from);
        typist.readState(from);
        from.readInts(ram);
        answerCount = from.readInt();
        if (answerCount < 0 || answerCount > answers.length) {
            throw new CorruptSnapshot("kbc: " + answerCount + " answers waiting, at most " + answers.length);
        }
        from.readInts(answers);
        lastWasCommand = from.readBoolean();
        lastCommand = from.readInt();
        awaiting = from.readInt();
        outputPort = from.readInt();
        breakPending = from.readBoolean();
        EventState.read(from, queue, transfer);
        output.driveInterrupts(ram[0]);
        a20.accept((outputPort & 2) != 0);
    }
}
