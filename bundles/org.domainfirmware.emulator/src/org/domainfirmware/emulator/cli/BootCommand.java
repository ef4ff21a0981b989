package org.domainfirmware.emulator.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.domainfirmware.emulator.device.disk.ImageException;
import org.domainfirmware.emulator.loader.DomainStart;
import org.domainfirmware.emulator.loader.Kernel;
import org.domainfirmware.emulator.loader.KernelException;
import org.domainfirmware.emulator.loader.KernelStart;
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
    private static final long LARGEST_KERNEL = 1L << 30;

    @Mixin
    private BootOptions options = new BootOptions();

    /** The kernel to start instead of the boot devices, or null. */
    private Kernel kernel() throws InputException {
        if (options.kernel == null) {
            if (!options.append.isEmpty() || !options.initrds.isEmpty()) {
                throw new InputException("--append and --initrd go with --kernel");
            }
            return null;
        }
        List<byte[]> modules = new ArrayList<>();
        for (Path initrd : options.initrds) {
            modules.add(FirmwareFiles.read(initrd, "initial RAM disk", LARGEST_KERNEL));
        }
        byte[] image = FirmwareFiles.read(options.kernel, "kernel", LARGEST_KERNEL);
        try {
            return Kernel.of(options.kernel.toString(), image, options.append, modules);
        } catch (KernelException e) {
            throw new InputException(e.getMessage());
        }
    }

    @Override
    public Integer call() throws InputException, IOException {
        BootChecks.check(options);
        boolean assist = options.realMode.equals("assist");
        if (assist && options.kernel == null) {
            throw new InputException("--real-mode assist: a domain starts from a monitor; add"
                    + " --kernel build/firmware/vmxloader.elf (./dfw firmware builds it)");
        }
        if (!assist && !options.realMode.equals("full")) {
            throw new InputException("--real-mode " + options.realMode + ": there are full and assist");
        }
        if (options.traceAssist != null && !assist) {
            throw new InputException("--trace-assist goes with --real-mode assist");
        }
        MachineConfig config = BootConfig.of(options);
        Kernel kernel = kernel();
        BootConditions conditions = new BootConditions(options);
        try (Machine machine = new Machine(config); BootConsoles consoles = new BootConsoles(options, machine)) {
            BootRun run = new BootRun(options, machine, consoles, conditions);
            if (assist) {
                DomainStart.start(machine, options.kernel.toString(), kernel);
            } else if (kernel != null) {
                KernelStart.start(machine, kernel);
            }
            return run.run();
        } catch (KernelException | ImageException | IllegalArgumentException e) {
            throw new InputException(e.getMessage());
        } catch (OutOfMemoryError e) {
            throw new InputException("a guest of " + options.memory + " MiB does not fit into Java's heap of "
                    + (Runtime.getRuntime().maxMemory() >> 20) + " MiB: give less --memory, or more heap by DFW_VMARGS=-Xmx4g");
        }
    }
}
