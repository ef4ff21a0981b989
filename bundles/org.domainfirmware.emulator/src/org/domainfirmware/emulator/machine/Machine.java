package org.domainfirmware.emulator.machine;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.domainfirmware.emulator.bus.PortBus;
import org.domainfirmware.emulator.cpu.Cpu;
import org.domainfirmware.emulator.cpu.state.CpuState;
import org.domainfirmware.emulator.device.Device;
import org.domainfirmware.emulator.device.disk.ImageException;
import org.domainfirmware.emulator.device.disk.Medium;
import org.domainfirmware.emulator.device.vga.Vga;
import org.domainfirmware.emulator.exec.Executor;
import org.domainfirmware.emulator.exec.Stop;
import org.domainfirmware.emulator.memory.PhysicalMemory;
import org.domainfirmware.emulator.replay.InputEvent;
import org.domainfirmware.emulator.replay.InputLog;
import org.domainfirmware.emulator.snapshot.StateHash;
import org.domainfirmware.emulator.snapshot.Stateful;
import org.domainfirmware.emulator.time.EventQueue;
import org.domainfirmware.emulator.time.TimedEvent;
import org.domainfirmware.emulator.time.VirtualClock;
import org.domainfirmware.emulator.vmx.Partition;
import org.domainfirmware.emulator.vmx.VectorBases;

/**
 * A PC. Everything but {@link #requestStop} is for one thread at a time; what other threads want of a
 * running machine goes through the debug port.
 */
public final class Machine implements AutoCloseable {
    private final MachineConfig config;
    private final VirtualClock clock;
    private final EventQueue events;
    private final PortBus ports = new PortBus();
    private final PhysicalMemory memory;
    private final Cpu cpu;
    private final Drives drives;
    private final Board board;
    private final Executor executor;
    private final InputLog log = new InputLog();
    private List<Stateful> lumps;
    private final TimedEvent deadline;
    private boolean deadlineReached;
    private boolean hardResetPending;
    private boolean initPending;
    private boolean poweredOff;
    private int exitValue = -1;
    private Partition partition;
    private Runnable domainBuilder;
    private String domainError;

    /**
     * Builds a machine, switched on and about to execute its first instruction.
     *
     * @throws ImageException when an image cannot be used; the message names it
     * @throws IllegalArgumentException when the configuration cannot be built; the message says why
     */
    public Machine(MachineConfig config) throws IOException {
        this.config = config;
        clock = new VirtualClock(config.instructionPeriodNs());
        events = new EventQueue(clock);
        int ram = config.memoryMiB() << 20;
        memory = new PhysicalMemory(ram, Roms.storeNeeded(config));
        mapRam(ram);
        cpu = new Cpu(new CpuState(config.cpu()), memory, ports, events);
        drives = new Drives(config);
        try {
            board = new Board(config, drives, memory, ports, events, new Signals());
        } catch (IOException | RuntimeException e) {
            drives.close();
            throw e;
        }
        cpu.connect(board.interrupts());
        cpu.connectFloatingPointError(board.floatingPointError());
        executor = new Executor(cpu);
        if (board.localApic() != null) {
            cpu.msr.connect(board.localApic()::baseMsr, board.localApic()::writeBaseMsr);
        }
        lumps = Lumps.of(cpu, memory, board.devices(), executor::stateReplaced);
        deadline = new TimedEvent("deadline") {
            @Override
            protected void fire(long dueNanos) {
                deadlineReached = true;
                executor.requestStop();
            }
        };
        cpu.reset();
    }

    /**
     * Looks whether a machine could be built, without building one.
     *
     * @throws ImageException when an image cannot be used; the message names it
     * @throws IllegalArgumentException when the ROMs do not fit; the message says why
     */
    public static void check(MachineConfig config) throws IOException {
        OptionRomPlaces.of(config);
        new Drives(config).close();
    }

    private void mapRam(int ram) {
        int low = Math.min(ram, 0xA0000);
        memory.mapRead(0, low, 0);
        memory.mapWrite(0, low, 0);
        if (ram > 0x100000) {
            memory.mapRead(0x100000, ram - 0x100000, 0x100000);
            memory.mapWrite(0x100000, ram - 0x100000, 0x100000);
        }
    }

    /** Effects of devices on the whole; those on the processor wait for the end of the running instruction. */
    private final class Signals implements MachineSignals {
        @Override
        public void hardReset() {
            hardResetPending = true;
            interrupt();
        }

        @Override
        public void processorReset() {
            initPending = true;
            interrupt();
        }

        @Override
        public void a20(boolean open) {
            cpu.setA20(open);
        }

        @Override
        public void powerOff() {
            poweredOff = true;
            interrupt();
        }

        @Override
        public void exit(int value) {
            exitValue = value;
            interrupt();
        }

        @Override
        public void nmi() {
            executor.nonMaskableInterrupt();
        }

        @Override
        public void smi() {
            // The processor modelled has no system management mode to enter: the message is lost, as with SMI masked.
        }

        @Override
        public void init() {
            processorReset();
        }

        @Override
        public void startup(int vector) {
            // The one processor never waits for a start-up message.
        }

        private void interrupt() {
            executor.signal();
        }
    }

    /**
     * Runs.
     *
     * @param untilInstructions instruction count since power-on to stop at
     * @param untilNanos guest time to stop at
     */
    public RunEnd run(long untilInstructions, long untilNanos) {
        deadlineReached = false;
        if (untilNanos != EventQueue.NEVER) {
            events.scheduleAt(deadline, untilNanos);
        }
        try {
            while (true) {
                Stop stop = executor.run(untilInstructions);
                RunEnd end = endOf(stop, untilNanos);
                if (end != null) {
                    return end;
                }
            }
        } finally {
            events.cancel(deadline);
        }
    }

    /** What a return of the executor means for the machine; null to go on. */
    private RunEnd endOf(Stop stop, long untilNanos) {
        if (poweredOff) {
            return RunEnd.POWERED_OFF;
        }
        if (exitValue >= 0) {
            return RunEnd.EXIT_PORT;
        }
        if (domainError != null) {
            return RunEnd.DOMAIN_STOPPED;
        }
        if (hardResetPending || initPending) {
            doResets();
            return null;
        }
        return switch (stop) {
            case SIGNAL -> null;
            case COUNT -> RunEnd.INSTRUCTIONS;
            case BREAKPOINT -> RunEnd.BREAKPOINT;
            case REQUEST -> deadlineReached ? RunEnd.TIME : RunEnd.STOP_REQUEST;
            case SHUTDOWN -> {
                if (config.stopOnShutdown()) {
                    yield RunEnd.SHUTDOWN;
                }
                reset();
                yield null;
            }
            case DEAD -> {
                // Nothing but input from outside can wake it: time passes to where the caller asked.
                if (untilNanos != EventQueue.NEVER) {
                    clock.skipTo(untilNanos);
                    yield RunEnd.TIME;
                }
                yield RunEnd.STOP_REQUEST;
            }
        };
    }

    private void doResets() {
        // A partition's processor has no real mode to start in: INIT is a reset of the whole domain.
        boolean hard = hardResetPending || partition != null;
        hardResetPending = false;
        initPending = false;
        if (hard) {
            reset();
        } else {
            cpu.init();
        }
    }

    /** Asks {@link #run} to come back soon (within a millisecond of host time); from any thread. */
    public void requestStop() {
        executor.requestStop();
    }

    /**
     * System reset: every part, as the reset button does. A machine that was switched off is on again; a domain is built
     * anew, in memory that is clear.
     */
    public void reset() {
        poweredOff = false;
        exitValue = -1;
        hardResetPending = false;
        initPending = false;
        board.reset();
        cpu.reset();
        cpu.shutdown = false;
        if (partition != null) {
            Arrays.fill(memory.store(), 0, memory.ramSize(), (byte) 0);
            executor.stateReplaced();
            buildDomain();
        }
    }

    private void buildDomain() {
        domainError = null;
        domainBuilder.run();
        if (domainError == null) {
            partition.begin();
        }
    }

    /**
     * Puts other ROM images in the place of the present ones and resets.
     *
     * @param rombios exactly as long as the present one, or null
     * @param vgabios not longer than the pages of the present one, or null
     */
    public void replaceFirmware(byte[] rombios, byte[] vgabios) {
        board.reset();
        if (rombios != null) {
            overwrite(memory.readPage(-rombios.length), rombios);
        }
        if (vgabios != null) {
            overwrite(memory.readPage(Roms.VGA_AT), vgabios);
        }
        executor.stateReplaced();
        reset();
    }

    private void overwrite(int storeOffset, byte[] image) {
        System.arraycopy(image, 0, memory.store(), storeOffset, image.length);
    }

    /** Makes C0000h to FFFFFh plain RAM, as the chipset's shadow control does when all of it is open. */
    public void openShadow() {
        board.openShadow();
    }

    /** Tells somebody, in a sentence each, what the host could not do with an image; the guest gets an error of the drive. */
    public void onImageFailure(Consumer<String> listener) {
        drives.onFailure(listener);
    }

    /** Gives the guest input, now; it is logged. Not while {@link #run} runs. */
    public void input(InputEvent event) throws ImageException {
        // What is refused is no part of the log.
        board.input(event, drives);
        log.add(clock.instructions(), event);
    }

    /**
     * Makes the machine a partition of hardware without real mode for guests, or gives a partition another builder, which
     * the next reset calls.
     *
     * @param builder sets the domain's first state (protected mode); now, and at every reset
     */
    public void becomePartition(Runnable builder) {
        domainBuilder = builder;
        if (partition == null) {
            partition = new Partition(cpu, vectorBases(), executor::currentEip, this::stopDomain);
            lumps = Lumps.with(lumps, partition);
            buildDomain();
        }
    }

    private VectorBases vectorBases() {
        return new VectorBases() {
            @Override
            public int get(int controller) {
                return board.pic.vectorBase(controller);
            }

            @Override
            public void set(int controller, int base) {
                board.pic.vectorBase(controller, base);
            }
        };
    }

    /** Ends the domain of a partition until the next reset. @param why a sentence for the user */
    public void stopDomain(String why) {
        domainError = why;
        executor.signal();
    }

    /** The hypervisor's side, or null for a machine of its own. */
    public Partition partition() {
        return partition;
    }

    /** Why the hypervisor stopped the domain, or null. */
    public String domainError() {
        return domainError;
    }

    /** The input given so far. */
    public InputLog log() {
        return log;
    }

    /** Hash of the whole state, the same on every run that got here by the same input. */
    public long stateHash() {
        StateHash hash = new StateHash();
        for (Stateful lump : lumps) {
            hash.add(lump);
        }
        return hash.value();
    }

    /** All components with state, in a fixed order. */
    public List<Stateful> lumps() {
        return lumps;
    }

    public MachineConfig config() {
        return config;
    }

    public VirtualClock clock() {
        return clock;
    }

    public Cpu cpu() {
        return cpu;
    }

    public PhysicalMemory memory() {
        return memory;
    }

    public PortBus ports() {
        return ports;
    }

    public Executor executor() {
        return executor;
    }

    public Vga vga() {
        return board.vga;
    }

    /** All devices, in a fixed order. */
    public List<Device> devices() {
        return board.devices();
    }

    /** Where a serial port's output goes, ports 0 to 3. */
    public SerialTap serial(int port) {
        return board.serial[port];
    }

    /** Listeners for the debug console and POST codes, and CMOS by peek. */
    public Indicators indicators() {
        return new Indicators(board.debugConsole, board.post, board.rtc);
    }

    public boolean isPoweredOff() {
        return poweredOff;
    }

    /** Exit status the debug-exit port asked for (written value x 2 + 1), or -1. */
    public int exitValue() {
        return exitValue;
    }

    /** The medium in a drive, or null. */
    public Medium medium(MachineConfig.Drive drive) {
        return drives.in(drive);
    }

    /** Closes the images, writing out what is to be written through. */
    @Override
    public void close() throws IOException {
        drives.close();
    }
}
