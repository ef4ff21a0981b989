package org.domainfirmware.emulator.cli;

import java.util.ArrayList;
import java.util.List;
import org.domainfirmware.emulator.cpu.state.CpuState;
import org.domainfirmware.emulator.cpu.state.Segment;
import org.domainfirmware.emulator.machine.Machine;

/** The processor's state as lines of text, hidden parts of the segments included. */
final class StateText {
    private static final String[] GENERAL = {"EAX", "ECX", "EDX", "EBX", "ESP", "EBP", "ESI", "EDI"};
    private static final String[] SEGMENTS = {"ES", "CS", "SS", "DS", "FS", "GS"};

    private StateText() {
    }

    static List<String> of(Machine machine) {
        CpuState s = machine.cpu().s;
        List<String> lines = new ArrayList<>();
        for (int row = 0; row < 2; row++) {
            StringBuilder line = new StringBuilder();
            for (int i = 4 * row; i < 4 * row + 4; i++) {
                line.append(String.format("%s=%08X ", GENERAL[i], s.gpr[i]));
            }
            lines.add(line.toString().strip());
        }
        lines.add(String.format("EIP=%08X EFLAGS=%08X CPL=%d%s", s.eip, s.eflags(), s.cpl, s.halted ? " halted" : ""));
        for (int i = 0; i < SEGMENTS.length; i++) {
            lines.add(segment(SEGMENTS[i], s.seg[i]));
        }
        lines.add(segment("LDTR", s.ldtr));
        lines.add(segment("TR", s.tr));
        lines.add(String.format("GDTR base=%08X limit=%04X  IDTR base=%08X limit=%04X", s.gdtBase, s.gdtLimit,
                s.idtBase, s.idtLimit));
        lines.add(String.format("CR0=%08X CR2=%08X CR3=%08X CR4=%08X", s.cr0, s.cr2, s.cr3, s.cr4));
        return lines;
    }

    private static String segment(String name, Segment s) {
        return String.format("%-4s %04X base=%08X limit=%08X access=%05X", name, s.selector, s.base, s.limit, s.access);
    }
}
