package org.domainfirmware.emulator.cli;

import java.io.IOException;
import org.domainfirmware.emulator.debug.DefectReport;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The headless commands: {@code boot}, {@code conformance}, {@code bench}. */
@Command(name = "dfw", mixinStandardHelpOptions = true, version = "Domain Firmware Workbench 0.1.0",
        subcommands = {BootCommand.class, ConformanceCommand.class, BenchCommand.class},
        description = "Runs PC guests without the workbench.")
public final class Main implements Runnable {
    /** Exit status for bad usage or input. */
    public static final int USAGE = 2;
    /** Exit status when the emulator itself failed. */
    public static final int DEFECT = 3;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "name a command: " + String.join(", ",
                spec.subcommands().keySet()));
    }

    /** Runs a command and exits with its status. */
    public static void main(String[] args) {
        System.exit(execute(args));
    }

    /** Runs a command. @return its exit status */
    public static int execute(String... args) {
        CommandLine line = new CommandLine(new Main());
        line.setParameterExceptionHandler((e, a) -> usage(e));
        line.setExecutionExceptionHandler((e, commandLine, parsed) -> {
            if (e instanceof InputException) {
                System.err.println("dfw: " + e.getMessage());
                return USAGE;
            }
            if (e instanceof IOException) {
                System.err.println("dfw: " + e.getMessage());
                return USAGE;
            }
            System.err.println("dfw: " + DefectReport.of(e));
            return DEFECT;
        });
        line.setCaseInsensitiveEnumValuesAllowed(true);
        return line.execute(args);
    }

    private static int usage(ParameterException e) {
        String message = e.getMessage().replace('\n', ' ');
        System.err.println("dfw: " + message + " ('" + e.getCommandLine().getCommandName()
                + " --help' lists the options)");
        return USAGE;
    }
}
