package org.domainfirmware.emulator.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.domainfirmware.emulator.cli.conformance.Conformance;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dfw conformance}: runs captured CPU tests. */
@Command(name = "conformance", mixinStandardHelpOptions = true,
        description = "Runs captured CPU tests (MOO files); a line an opcode form. Exit status 1 when any failed.")
final class ConformanceCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "DIR", description = "Directory with *.MOO.gz files and metadata.json.")
    private Path directory;

    @Parameters(index = "1..*", paramLabel = "FORM", description = "Opcode forms such as 00 or 80.3; default: all.")
    private List<String> forms = List.of();

    @Option(names = "--verbose", description = "Explain the first failures of each form.")
    private boolean verbose;

    @Override
    public Integer call() throws InputException {
        if (!Files.isDirectory(directory)) {
            throw new InputException(directory + " is not a directory: give one with captured tests (*.MOO.gz)");
        }
        Set<String> wanted = new LinkedHashSet<>();
        for (String form : forms) {
            wanted.add(form.toUpperCase(Locale.ROOT));
        }
        try {
            return Conformance.run(directory, wanted, verbose, System.out).failed() == 0 ? 0 : 1;
        } catch (IOException e) {
            throw new InputException(e.getMessage());
        }
    }
}
