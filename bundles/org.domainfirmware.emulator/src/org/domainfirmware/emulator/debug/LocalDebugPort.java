package org.domainfirmware.emulator.debug;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import org.domainfirmware.emulator.device.disk.ImageException;
import org.domainfirmware.emulator.device.vga.screen.Screen;
import org.domainfirmware.emulator.device.vga.screen.ScreenFrame;
import org.domainfirmware.emulator.loader.DomainStart;
import org.domainfirmware.emulator.loader.KernelException;
import org.domainfirmware.emulator.machine.Machine;
import org.domainfirmware.emulator.machine.MachineConfig;
import org.domainfirmware.emulator.replay.InputEvent;
import org.domainfirmware.emulator.vmx.EntryChecks;

/** The debug port of a machine in this JVM. */
final class LocalDebugPort implements DebugPort {
    private static final int MOST_BYTES = 1 << 20;
    private static final long END_MILLIS = 2000;

    private final EventQueueThread events;
    private final GuestThread guest;

    LocalDebugPort(String name, Machine machine) {
        events = new EventQueueThread(name);
        guest = new GuestThread(name, DebuggedMachine.of(machine, events), events);
        guest.start();
    }

    @Override
    public void addListener(Consumer<DebugEvent> listener) {
        events.add(listener);
    }

    @Override
    public void removeListener(Consumer<DebugEvent> listener) {
        events.remove(listener);
    }

    private CompletableFuture<Void> order(Consumer<DebuggedMachine> work) {
        return guest.ask(m -> {
            work.accept(m);
            return null;
        });
    }

    private CompletableFuture<Void> go(Function<RunPlans, RunPlan> plan, boolean stepping) {
        return order(m -> guest.run(plan, stepping));
    }

    private void requireStopped() {
        if (guest.isRunning()) {
            throw new DebugException("the guest runs; suspend it first");
        }
    }

    @Override
    public CompletableFuture<Void> resume() {
        return go(RunPlans::free, false);
    }

    @Override
    public CompletableFuture<Void> suspend() {
        return order(m -> {
            m.breakpoints().target(null);
            guest.stop(new StopReason.Suspended());
        });
    }

    @Override
    public CompletableFuture<Void> step(long count) {
        return go(plans -> plans.steps(count), true);
    }

    @Override
    public CompletableFuture<Void> stepOver() {
        return go(RunPlans::over, true);
    }

    @Override
    public CompletableFuture<Void> runTo(Location at, int minEsp) {
        return order(m -> {
            BreakpointManager.Target target = new BreakpointManager.Target(m.linear(at), minEsp);
            guest.run(plans -> plans.to(target), false);
        });
    }

    @Override
    public CompletableFuture<Void> stepRange(int firstLinear, int endLinear, boolean intoCalls) {
        return go(plans -> plans.range(firstLinear, endLinear, intoCalls), true);
    }

    @Override
    public CompletableFuture<Void> leaveMonitor() {
        return go(RunPlans::outOfMonitor, true);
    }

    @Override
    public CompletableFuture<Void> reset() {
        return order(m -> {
            m.machine().reset();
            wasReset(m);
        });
    }

    @Override
    public CompletableFuture<Void> reloadFirmware(Path rombios, Path vgabios) {
        return order(m -> {
            FirmwareReload.reload(m.machine(), read(rombios), read(vgabios));
            wasReset(m);
        });
    }

    @Override
    public CompletableFuture<Void> reloadDomain(Path loader) {
        return order(m -> {
            if (m.machine().partition() == null) {
                throw new DebugException("the guest is no domain: it has no loader");
            }
            try {
                DomainStart.start(m.machine(), loader.toString(), read(loader));
            } catch (KernelException e) {
                throw new DebugException(e.getMessage());
            }
            m.machine().reset();
            wasReset(m);
        });
    }

    private void wasReset(DebuggedMachine m) {
        m.segmentLoads().forget();
        m.tracer().forgetOpen();
        guest.markReset();
    }

    private static byte[] read(Path file) {
        try {
            return file == null ? null : Files.readAllBytes(file);
        } catch (IOException e) {
            throw new DebugException("cannot read " + file + ": " + e.getMessage());
        }
    }

    @Override
    public CompletableFuture<Void> terminate() {
        return order(m -> guest.end());
    }

    @Override
    public boolean isRunning() {
        return guest.isRunning();
    }

    @Override
    public StopReason stopReason() {
        return guest.reason();
    }

    @Override
    public CompletableFuture<RegistersView> registers() {
        return guest.ask(m -> RegisterReader.read(m.cpu(), m.segmentLoads()));
    }

    @Override
    public CompletableFuture<Void> writeRegister(String name, long value) {
        return order(m -> {
            requireStopped();
            RegisterNames.write(m.cpu(), name, value);
            m.machine().executor().stateReplaced();
        });
    }

    @Override
    public CompletableFuture<MemoryBlock> readMemory(AddressSpace space, int address, int length) {
        return guest.ask(m -> {
            if (length < 0 || length > MOST_BYTES) {
                throw new DebugException("at most " + MOST_BYTES + " bytes can be read at a time, not " + length);
            }
            return m.peek().read(space, address, length);
        });
    }

    @Override
    public CompletableFuture<Void> writeMemory(AddressSpace space, int address, byte[] data) {
        byte[] copy = data.clone();
        return order(m -> m.peek().write(space, address, copy));
    }

    @Override
    public CompletableFuture<Integer> toLinear(int selector, int offset) {
        return guest.ask(m -> m.peek().base(selector) + offset);
    }

    @Override
    public CompletableFuture<PageWalkView> pageWalk(int linear) {
        return guest.ask(m -> PageWalk.of(m.cpu(), linear));
    }

    @Override
    public CompletableFuture<Integer> setBreakpoint(BreakpointSpec spec) {
        return guest.ask(m -> m.breakpoints().add(spec));
    }

    @Override
    public CompletableFuture<Void> removeBreakpoint(int id) {
        return order(m -> m.breakpoints().remove(id));
    }

    @Override
    public CompletableFuture<Map<Integer, Long>> breakpointHits() {
        return guest.ask(m -> m.breakpoints().hitCounts());
    }

    @Override
    public CompletableFuture<List<DisassembledInstruction>> disassemble(int linear, int count) {
        return guest.ask(m -> Disassembly.of(m).from(linear, count));
    }

    @Override
    public CompletableFuture<List<DisassembledInstruction>> disassemble(int linear, int count, CodeSegment as) {
        return guest.ask(m -> Disassembly.of(m, as).from(linear, count));
    }

    @Override
    public CompletableFuture<List<DisassembledInstruction>> disassembleBefore(int linear, int count, CodeSegment as) {
        return guest.ask(m -> Disassembly.of(m, as).before(linear, count));
    }

    @Override
    public CompletableFuture<ScreenView> screen() {
        return guest.ask(m -> {
            Screen screen = m.machine().vga().screen();
            ScreenFrame frame = screen.frame();
            return new ScreenView(frame.width(), frame.height(), frame.pixels(), screen.text().rows(), frame.serial());
        });
    }

    @Override
    public CompletableFuture<List<DeviceView>> devices() {
        return guest.ask(m -> m.machine().devices().stream().map(DeviceReader::device).toList());
    }

    @Override
    public CompletableFuture<VideoView> video() {
        return guest.ask(m -> DeviceReader.read(m.machine().vga().inspector()));
    }

    @Override
    public CompletableFuture<E820View> e820() {
        return guest.ask(m -> new E820View(m.e820().calls(), m.e820().dropped(), TrueMemoryMap.of(m.machine().memory()),
                m.sizes().calls()));
    }

    @Override
    public CompletableFuture<Void> traceInterrupts(boolean on) {
        return order(m -> m.tracer().enable(on));
    }

    @Override
    public CompletableFuture<InterruptTraceView> interruptTrace(long after, int max) {
        return guest.ask(m -> m.tracer().view(after, max));
    }

    @Override
    public CompletableFuture<Void> traceAssist(boolean on) {
        return order(m -> m.assist().enable(on));
    }

    @Override
    public CompletableFuture<AssistView> assistTrace(int max) {
        return guest.ask(m -> m.assist().view(max));
    }

    @Override
    public CompletableFuture<List<EntryCheck>> entryChecks() {
        return guest.ask(m -> EntryChecks.of(m.cpu()));
    }

    @Override
    public CompletableFuture<String> stateHash() {
        return guest.ask(m -> String.format("%016x", m.machine().stateHash()));
    }

    @Override
    public CompletableFuture<Void> key(int makeCode, boolean pressed) {
        return input(new InputEvent.KeyStroke(makeCode, pressed));
    }

    @Override
    public CompletableFuture<Void> type(String text) {
        return input(new InputEvent.Text(text));
    }

    @Override
    public CompletableFuture<Void> mouse(int dx, int dy, int wheel, int buttons) {
        return input(new InputEvent.Mouse(dx, dy, wheel, buttons));
    }

    @Override
    public CompletableFuture<Void> serialInput(int port, byte[] bytes) {
        return input(new InputEvent.Serial(port, bytes.clone()));
    }

    @Override
    public CompletableFuture<Void> changeMedium(String drive, Path image) {
        MachineConfig.Drive d;
        try {
            d = MachineConfig.Drive.valueOf(drive.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return CompletableFuture.failedFuture(new DebugException("there is no drive '" + drive + "'"));
        }
        return input(new InputEvent.Medium(d, image));
    }

    private CompletableFuture<Void> input(InputEvent event) {
        return order(m -> {
            try {
                m.machine().input(event);
            } catch (ImageException | IllegalArgumentException e) {
                throw new DebugException(e.getMessage());
            }
        });
    }

    @Override
    public CompletableFuture<Void> realTime(boolean throttle) {
        return order(m -> guest.realTime(throttle));
    }

    @Override
    public void close() {
        terminate();
        try {
            guest.join(END_MILLIS);
            events.awaitEnd();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
