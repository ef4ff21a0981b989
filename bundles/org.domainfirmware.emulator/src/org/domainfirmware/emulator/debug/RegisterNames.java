package org.domainfirmware.emulator.debug;

import java.util.List;
import java.util.Locale;
import org.domainfirmware.emulator.cpu.Cpu;
import org.domainfirmware.emulator.cpu.fault.CpuFault;
import org.domainfirmware.emulator.cpu.sem.system.SegmentLoads;
import org.domainfirmware.emulator.cpu.state.CpuState;
import org.domainfirmware.emulator.cpu.state.Segment;

/** Registers by the names a user types. */
final class RegisterNames {
    private static final List<String> WIDE = List.of("eax", "ecx", "edx", "ebx", "esp", "ebp", "esi", "edi");
    private static final List<String> WORD = List.of("ax", "cx", "dx", "bx", "sp", "bp", "si", "di");
    private static final List<String> BYTE = List.of("al", "cl", "dl", "bl", "ah", "ch", "dh", "bh");
    private static final List<String> SEGMENT = List.of("es", "cs", "ss", "ds", "fs", "gs", "ldtr", "tr");
    private static final List<String> FLAGS = List.of("cf", "", "pf", "", "af", "", "zf", "sf", "tf", "if", "df", "of");

    private RegisterNames() {
    }

    static long read(Cpu cpu, String typed) {
        String name = typed.toLowerCase(Locale.ROOT);
        CpuState s = cpu.s;
        int n = WIDE.indexOf(name);
        if (n >= 0) {
            return s.gpr[n] & 0xFFFFFFFFL;
        }
        n = WORD.indexOf(name);
        if (n >= 0) {
            return s.gpr[n] & 0xFFFF;
        }
        n = BYTE.indexOf(name);
        if (n >= 0) {
            return s.gpr[n & 3] >>> (n & 4) * 2 & 0xFF;
        }
        n = FLAGS.indexOf(name);
        if (n >= 0 && !name.isEmpty()) {
            return s.eflags() >>> n & 1;
        }
        if (name.startsWith("dr") && name.length() == 3 && name.charAt(2) >= '0' && name.charAt(2) <= '7') {
            return s.dr[name.charAt(2) - '0'] & 0xFFFFFFFFL;
        }
        int dot = name.indexOf('.');
        Segment segment = segment(s, dot < 0 ? name : name.substring(0, dot));
        if (segment != null) {
            return readSegment(segment, dot < 0 ? "" : name.substring(dot + 1), typed) & 0xFFFFFFFFL;
        }
        return readSystem(s, name, typed) & 0xFFFFFFFFL;
    }

    private static int readSegment(Segment segment, String part, String typed) {
        return switch (part) {
            case "" -> segment.selector;
            case "base" -> segment.base;
            case "limit" -> segment.limit;
            case "access" -> segment.access;
            default -> throw unknown(typed);
        };
    }

    private static int readSystem(CpuState s, String name, String typed) {
        return switch (name) {
            case "eip" -> s.eip;
            case "ip" -> s.eip & 0xFFFF;
            case "eflags" -> s.eflags();
            case "cr0" -> s.cr0;
            case "cr2" -> s.cr2;
            case "cr3" -> s.cr3;
            case "cr4" -> s.cr4;
            case "cpl" -> s.cpl;
            case "gdtr.base" -> s.gdtBase;
            case "gdtr.limit" -> s.gdtLimit;
            case "idtr.base" -> s.idtBase;
            case "idtr.limit" -> s.idtLimit;
            default -> throw unknown(typed);
        };
    }

    private static DebugException unknown(String name) {
        return new DebugException("there is no register '" + name + "'");
    }

    private static Segment segment(CpuState s, String name) {
        int n = SEGMENT.indexOf(name);
        return n < 0 ? null : n < 6 ? s.seg[n] : n == 6 ? s.ldtr : s.tr;
    }

    /** Sets a register. The caller tells the executor that the state was replaced. */
    static void write(Cpu cpu, String typed, long value) {
        String name = typed.toLowerCase(Locale.ROOT);
        CpuState s = cpu.s;
        int v = (int) value;
        int n = WIDE.indexOf(name);
        if (n >= 0) {
            s.gpr[n] = v;
            return;
        }
        n = WORD.indexOf(name);
        if (n >= 0) {
            s.gpr[n] = s.gpr[n] & 0xFFFF0000 | v & 0xFFFF;
            return;
        }
        n = BYTE.indexOf(name);
        if (n >= 0) {
            int shift = (n & 4) * 2;
            s.gpr[n & 3] = s.gpr[n & 3] & ~(0xFF << shift) | (v & 0xFF) << shift;
            return;
        }
        n = name.isEmpty() ? -1 : FLAGS.indexOf(name);
        if (n >= 0) {
            s.setEflags(s.eflags() & ~(1 << n) | (v & 1) << n);
            return;
        }
        if (X87Names.has(name)) {
            X87Names.write(cpu.fpu, name, value);
            return;
        }
        if (ModelSpecificRegisters.has(cpu, name)) {
            ModelSpecificRegisters.write(cpu, name, value);
            return;
        }
        int dot = name.indexOf('.');
        Segment segment = segment(s, dot < 0 ? name : name.substring(0, dot));
        if (segment != null) {
            writeSegment(cpu, segment, dot < 0 ? "" : name.substring(dot + 1), v, typed);
        } else {
            writeSystem(s, name, v, typed);
        }
    }

    private static void writeSegment(Cpu cpu, Segment g, String part, int v, String typed) {
        switch (part) {
            case "base" -> g.base = v;
            case "limit" -> g.limit = v;
            case "access" -> g.access = v;
            case "" -> loadSegment(cpu, g, v, typed);
            default -> throw unknown(typed);
        }
        g.refresh();
    }

    /** A data or stack segment is loaded as MOV does it; CS, LDTR and TR change their selector (CS in real mode: base). */
    private static void loadSegment(Cpu cpu, Segment g, int v, String typed) {
        if (g.number() == 1 || g.number() > 5) {
            g.selector = v & 0xFFFF;
            if (g.number() == 1 && cpu.s.isRealLike()) {
                g.base = g.selector << 4;
            }
            return;
        }
        try {
            SegmentLoads.load(cpu, g.number(), v & 0xFFFF);
        } catch (CpuFault f) {
            throw new DebugException(String.format("loading %s with %04X raises exception %d", typed, v & 0xFFFF, f.vector));
        }
    }

    private static void writeSystem(CpuState s, String name, int v, String typed) {
        switch (name) {
            case "eip" -> s.eip = v;
            case "ip" -> s.eip = v & 0xFFFF;
            case "eflags" -> s.setEflags(v);
            case "cr0" -> s.cr0 = v;
            case "cr2" -> s.cr2 = v;
            case "cr3" -> s.cr3 = v;
            case "cr4" -> s.cr4 = v;
            case "gdtr.base" -> s.gdtBase = v;
            case "gdtr.limit" -> s.gdtLimit = v & 0xFFFF;
            case "idtr.base" -> s.idtBase = v;
            case "idtr.limit" -> s.idtLimit = v & 0xFFFF;
            default -> {
                boolean dr = name.length() == 3 && name.startsWith("dr") && "012367".indexOf(name.charAt(2)) >= 0;
                if (!dr) {
                    throw unknown(typed);
                }
                s.dr[name.charAt(2) - '0'] = v;
            }
        }
    }
}
