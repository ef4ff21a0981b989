package org.domainfirmware.emulator.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.domainfirmware.emulator.machine.Machine;
import org.domainfirmware.emulator.vmx.AssistTrace;
import org.domainfirmware.emulator.vmx.AssistTrap;

/** The {@code --trace-assist} file: a line for each stay in the monitor, then the sums by kind. */
final class AssistLog {
    /** Lines written; the sums count all stays. */
    private static final long MOST = 2_000_000;

    private final Path file;
    private final PrintWriter out;
    private final AssistTrace trace;
    private long stays;

    AssistLog(Path file, Machine machine) throws InputException {
        this.file = file;
        try {
            out = new PrintWriter(Files.newBufferedWriter(file));
        } catch (IOException e) {
            throw new InputException("cannot write " + file + ": " + e.getMessage());
        }
        trace = new AssistTrace(machine.cpu(), this::write);
        machine.partition().listener(trace);
    }

    /** What goes by in the processor. */
    AssistTrace hook() {
        return trace;
    }

    private void write(AssistTrap trap) {
        if (stays++ < MOST) {
            out.println(trap.line());
        }
    }

    /** Writes the sums. @param instructions of the whole run */
    void finish(long instructions) throws InputException {
        if (stays > MOST) {
            out.printf("(%d more stays)%n", stays - MOST);
        }
        out.println("kind                      count  instructions");
        long spent = 0;
        for (AssistTrace.Total t : trace.totals()) {
            out.printf("%-20s %10d %13d%n", t.kind(), t.count(), t.instructions());
            spent += t.instructions();
        }
        out.printf("%-20s %10d %13d of %d%n", "all", stays, spent, instructions);
        out.close();
        if (out.checkError()) {
            throw new InputException("cannot write " + file);
        }
    }
}
