package org.domainfirmware.emulator.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.domainfirmware.emulator.device.disk.ImageException;
import org.domainfirmware.emulator.machine.Machine;
import org.domainfirmware.emulator.machine.MachineConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code dfw boot}: runs a guest headless, the terminal its console. */
@Command(name = "boot", mixinStandardHelpOptions = true, sortOptions = false,
        description = "Runs a guest headless; the terminal is its first serial port.",
        footer = {"", "Exit status: 0 condition met or guest powered off; 1 a limit was reached; 2 bad usage or input;",
            "3 the guest died (triple fault)."})
final class BootCommand implements Callable<Integer> {
    @Mixin
    private BootOptions options = new BootOptions();

    @Override
    public Integer call() throws InputException, IOException {
        if (options.realMode.equals("assist")) {
            throw new InputException("--real-mode assist: this build has no partition mode; use 'full'");
        }
        if (!options.realMode.equals("full")) {
            throw new InputException("--real-mode " + options.realMode + ": there are full and assist");
        }
        MachineConfig config = BootConfig.of(options);
        BootConditions conditions = new BootConditions(options);
        try (Machine machine = new Machine(config); BootConsoles consoles = new BootConsoles(options, machine)) {
            return new BootRun(options, machine, consoles, conditions).run();
        } catch (ImageException | IllegalArgumentException e) {
            throw new InputException(e.getMessage());
        }
    }
}
