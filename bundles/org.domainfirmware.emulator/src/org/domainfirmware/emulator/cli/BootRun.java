package org.domainfirmware.emulator.cli;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.domainfirmware.emulator.cpu.TransferHook;
import org.domainfirmware.emulator.debug.DefectReport;
import org.domainfirmware.emulator.debug.HookChain;
import org.domainfirmware.emulator.device.vga.screen.Screen;
import org.domainfirmware.emulator.machine.Machine;
import org.domainfirmware.emulator.machine.RunEnd;
import org.domainfirmware.emulator.replay.InputEvent;
import org.domainfirmware.emulator.time.EventQueue;

/** Runs the machine in slices of guest time and looks at the conditions after each. */
final class BootRun {
    /** Exit statuses. */
    static final int MET = 0;
    static final int LIMIT = 1;
    static final int DIED = 3;
    /** Guest time between two looks at the screen and the terminal, nanoseconds. */
    private static final long SLICE = 10_000_000;

    private final BootOptions options;
    private final Machine machine;
    private final BootConsoles consoles;
    private final BootConditions conditions;
    private final ScriptedKeys keys;
    private final long started = System.nanoTime();
    private int seenChange = -1;
    private boolean postMet;

    BootRun(BootOptions options, Machine machine, BootConsoles consoles, BootConditions conditions)
            throws InputException {
        this.options = options;
        this.machine = machine;
        this.consoles = consoles;
        this.conditions = conditions;
        keys = new ScriptedKeys(options.type);
        machine.onImageFailure(failure -> System.err.println("dfw: " + failure));
        machine.indicators().post().onCode(code -> {
            if (conditions.isPost(code)) {
                postMet = true;
                machine.requestStop();
            }
        });
    }

    /** Runs to the end; prints and saves what was asked. @return exit status */
    int run() throws IOException, InputException {
        E820Tap e820 = options.e820 || options.report != null ? new E820Tap(machine) : null;
        AssistLog assist = options.traceAssist != null ? new AssistLog(options.traceAssist, machine) : null;
        BootSectorEntry bootSector = options.report != null ? new BootSectorEntry(machine.cpu()) : null;
        machine.cpu().hook = hook(Stream.of(e820 == null ? null : e820.hook(), assist == null ? null : assist.hook(),
                bootSector));
        BootOutcome outcome = loop();
        double seconds = (System.nanoTime() - started) / 1e9;
        consoles.flush();
        if (consoles.problem() != null) {
            System.err.println("dfw: " + consoles.problem());
        }
        new BootEnd(options, machine, e820, bootSector).print(outcome, seconds);
        if (assist != null) {
            assist.finish(machine.clock().instructions());
        }
        return outcome.status();
    }

    /** The hooks that are wanted as one, or null. */
    private static TransferHook hook(Stream<TransferHook> all) {
        TransferHook[] hooks = all.filter(Objects::nonNull).toArray(TransferHook[]::new);
        return hooks.length == 0 ? null : hooks.length == 1 ? hooks[0] : new HookChain(hooks);
    }

    private BootOutcome loop() throws IOException {
        long instructionLimit = options.limitInstructions == null ? Long.MAX_VALUE : options.limitInstructions;
        long timeLimit = options.limit == null ? EventQueue.NEVER : (long) (options.limit * 1e9);
        long hostLimit = options.timeout == null ? Long.MAX_VALUE : (long) (options.timeout * 1e9);
        while (true) {
            giveInput();
            RunEnd end;
            try {
                end = machine.run(instructionLimit, Math.min(timeLimit, machine.clock().nanos() + SLICE));
            } catch (RuntimeException | StackOverflowError | OutOfMemoryError defect) {
                return new BootOutcome(DIED, DefectReport.of(machine, defect));
            }
            consoles.flush();
            BootOutcome outcome = outcomeOf(end);
            if (outcome != null) {
                return outcome;
            }
            if (machine.clock().instructions() >= instructionLimit) {
                return new BootOutcome(LIMIT, "instruction limit reached");
            }
            if (machine.clock().nanos() >= timeLimit) {
                return new BootOutcome(LIMIT, "guest time limit reached");
            }
            if (System.nanoTime() - started >= hostLimit) {
                return new BootOutcome(LIMIT, "host time limit reached");
            }
        }
    }

    private void giveInput() throws IOException {
        InputEvent.Serial typed = consoles.terminalInput();
        if (typed != null) {
            machine.input(typed);
        }
    }

    private BootOutcome outcomeOf(RunEnd end) throws IOException {
        switch (end) {
            case POWERED_OFF:
                return new BootOutcome(MET, "guest powered off");
            case SHUTDOWN:
                return new BootOutcome(DIED, "guest died: triple fault");
            case DOMAIN_STOPPED:
                return new BootOutcome(DIED, "domain stopped: " + machine.domainError());
            case EXIT_PORT:
                return new BootOutcome(machine.exitValue() & 0xFF, "guest ended the run");
            default:
                break;
        }
        if (postMet) {
            return new BootOutcome(MET, "POST code reached");
        }
        if (conditions.serialHolds(consoles.serialText())) {
            return new BootOutcome(MET, "serial output matched");
        }
        if (conditions.debugconHolds(consoles.debugconText())) {
            return new BootOutcome(MET, "debug console output matched");
        }
        return lookAtScreen();
    }

    private BootOutcome lookAtScreen() throws IOException {
        if (!conditions.wantsScreen() && keys.isEmpty()) {
            return null;
        }
        Screen screen = machine.vga().screen();
        if (screen.changeCount() == seenChange) {
            return null;
        }
        seenChange = screen.changeCount();
        String text = String.join("\n", rows(machine));
        String due = keys.due(text);
        if (due != null) {
            machine.input(new InputEvent.Text(due));
            seenChange = -1;
        }
        return conditions.screenHolds(text) ? new BootOutcome(MET, "screen matched") : null;
    }

    /** Rows of the text screen without trailing spaces. */
    static List<String> rows(Machine machine) {
        return machine.vga().screen().text().rows().stream().map(String::stripTrailing).toList();
    }
}
