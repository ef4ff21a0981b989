package org.domainfirmware.emulator.cli;

import java.io.PrintStream;
import java.util.List;
import org.domainfirmware.emulator.debug.E820Recorder;
import org.domainfirmware.emulator.debug.E820View;
import org.domainfirmware.emulator.debug.TrueMemoryMap;
import org.domainfirmware.emulator.machine.Machine;

/** The E820 calls of a run and the machine's own map, for printing. */
final class E820Tap {
    private final Machine machine;
    private final E820Recorder recorder;

    E820Tap(Machine machine) {
        this.machine = machine;
        recorder = new E820Recorder(machine.cpu());
    }

    /** What goes by in the processor. */
    E820Recorder hook() {
        return recorder;
    }

    List<E820View.Call> calls() {
        return recorder.calls();
    }

    void print(PrintStream out) {
        out.println("INT 15h AX=E820h returned:");
        for (E820View.Call call : recorder.calls()) {
            E820View.Entry e = call.entry();
            String what = call.failed() ? "failed" : line(e, typeName(e.type()));
            out.printf("  EBX %08X -> %08X, ECX %d: %s%n", call.continuation(), call.next(), call.size(), what);
        }
        out.println("The machine has:");
        for (E820View.Entry e : TrueMemoryMap.of(machine.memory())) {
            out.println("  " + line(e, e.note()));
        }
    }

    private static String line(E820View.Entry e, String what) {
        return String.format("%016X-%016X %s", e.base(), e.base() + e.length() - 1, what);
    }

    private static String typeName(int type) {
        return switch (type) {
            case 1 -> "usable";
            case 2 -> "reserved";
            case 3 -> "ACPI data";
            case 4 -> "ACPI NVS";
            case 5 -> "unusable";
            default -> "type " + type;
        };
    }
}
