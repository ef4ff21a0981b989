package org.domainfirmware.emulator.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.domainfirmware.emulator.cli.bench.BenchProgram;
import org.domainfirmware.emulator.cli.bench.BenchTable;
import org.domainfirmware.emulator.cli.bench.Stopwatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dfw bench}: the benchmark table. */
@Command(name = "bench", mixinStandardHelpOptions = true,
        description = "Times guest programs here and, where installed, on QEMU (TCG) and Bochs in the same run.")
final class BenchCommand implements Callable<Integer> {
    private static final int ROM_LIMIT = 1 << 20;
    private static final int MOST_RUNS = 100;

    @Parameters(paramLabel = "NAME", description = "Programs to run; default: all.")
    private List<String> names = List.of();

    @Option(names = "--programs", paramLabel = "DIR", description = "Folder of the programs (*.asm).")
    private Path folder = Path.of(System.getProperty("dfw.bench", "tests/programs/bench"));

    @Option(names = "--repeat", paramLabel = "N", defaultValue = "3",
            description = "Runs of each program on each emulator, of which the best counts; default: ${DEFAULT-VALUE}.")
    private int repeat;

    @Option(names = "--cpu-time", description = "Seconds are the processor time of each emulator's process, not the time that "
            + "went by: for a busy machine.")
    private boolean cpuTime;

    @Option(names = "--rombios", paramLabel = "FILE", description = "System ROM; default: the built one.")
    private Path rombios;

    @Option(names = "--vgabios", paramLabel = "FILE", description = "VGA ROM; default: the built one.")
    private Path vgabios;

    @Override
    public Integer call() throws InputException, InterruptedException {
        if (repeat < 1 || repeat > MOST_RUNS) {
            throw new InputException("--repeat " + repeat + ": give a number from 1 to " + MOST_RUNS);
        }
        byte[] system = rombios == null ? FirmwareFiles.built("rombios.rom")
                : FirmwareFiles.read(rombios, "system ROM", ROM_LIMIT);
        byte[] vga = vgabios == null ? FirmwareFiles.built("vgabios.rom")
                : FirmwareFiles.read(vgabios, "VGA ROM", ROM_LIMIT);
        try {
            return new BenchTable(system, vga, repeat, cpuTime ? Stopwatch.PROCESSOR : Stopwatch.ELAPSED,
                    System.out).print(chosen()) ? 0 : 1;
        } catch (IOException e) {
            throw new InputException(e.getMessage());
        }
    }

    private List<BenchProgram> chosen() throws IOException, InputException {
        List<BenchProgram> all = BenchProgram.in(folder);
        List<BenchProgram> wanted = new ArrayList<>();
        for (String name : names) {
            wanted.add(all.stream().filter(p -> p.name().equals(name)).findFirst()
                    .orElseThrow(() -> new InputException("no benchmark \"" + name + "\"; there are "
                            + String.join(", ", all.stream().map(BenchProgram::name).toList()))));
        }
        return names.isEmpty() ? all : wanted;
    }
}
