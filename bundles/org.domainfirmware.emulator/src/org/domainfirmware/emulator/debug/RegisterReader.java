package org.domainfirmware.emulator.debug;

import java.util.ArrayList;
import java.util.List;
import org.domainfirmware.emulator.cpu.Cpu;
import org.domainfirmware.emulator.cpu.state.CpuState;
import org.domainfirmware.emulator.cpu.state.Segment;
import org.domainfirmware.emulator.cpu.x87.Fpu;

/** Makes a {@link RegistersView} of the processor. */
final class RegisterReader {
    private static final String[] SEGMENTS = {"ES", "CS", "SS", "DS", "FS", "GS"};

    private RegisterReader() {
    }

    static RegistersView read(Cpu cpu, SegmentLoadRecorder loads) {
        CpuState s = cpu.s;
        List<SegmentView> segments = new ArrayList<>();
        for (int i = 0; i < SEGMENTS.length; i++) {
            segments.add(segment(SEGMENTS[i], s.seg[i], loads.loadedAt(i)));
        }
        segments.add(segment("LDTR", s.ldtr, SegmentLoadRecorder.UNKNOWN));
        segments.add(segment("TR", s.tr, SegmentLoadRecorder.UNKNOWN));
        return new RegistersView(list(s.gpr), s.eip, s.eflags(), segments, List.of(s.cr0, s.cr2, s.cr3, s.cr4),
                list(s.dr), s.gdtBase, s.gdtLimit, s.idtBase, s.idtLimit, x87(cpu.fpu), ModelSpecificRegisters.read(cpu), s.cpl, s.halted,
                cpu.clock.instructions(), cpu.clock.nanos());
    }

    private static List<Integer> list(int[] values) {
        List<Integer> list = new ArrayList<>(values.length);
        for (int value : values) {
            list.add(value);
        }
        return list;
    }

    private static SegmentView segment(String name, Segment s, long loadedAt) {
        return new SegmentView(name, s.selector, s.base, s.limit, s.access, loadedAt);
    }

    private static X87View x87(Fpu fpu) {
        List<X87View.Register80> stack = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            stack.add(new X87View.Register80(fpu.signExponent(i), fpu.significand(i)));
        }
        return new X87View(stack, fpu.controlWord(), fpu.statusWord(), fpu.tagWord());
    }
}
