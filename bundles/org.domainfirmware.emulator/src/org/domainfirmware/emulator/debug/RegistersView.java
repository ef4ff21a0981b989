package org.domainfirmware.emulator.debug;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All registers at a stop.
 *
 * @param general EAX ECX EDX EBX ESP EBP ESI EDI
 * @param segments ES CS SS DS FS GS LDTR TR
 * @param control CR0 CR2 CR3 CR4
 * @param debug DR0-DR7
 * @param x87 ST0-ST7 as 10-byte images, then "FCW", "FSW", "FTW"
 * @param msrs by name, in the order of their numbers
 * @param cpl current privilege level
 * @param halted in HLT
 * @param instructions retired since power-on
 * @param nanos guest time since power-on
 */
public record RegistersView(List<Integer> general, int eip, int eflags, List<SegmentView> segments,
        List<Integer> control, List<Integer> debug, int gdtBase, int gdtLimit, int idtBase, int idtLimit,
        X87View x87, Map<String, Long> msrs, int cpl, boolean halted, long instructions, long nanos) {
    public RegistersView {
        general = List.copyOf(general);
        segments = List.copyOf(segments);
        control = List.copyOf(control);
        debug = List.copyOf(debug);
        msrs = Collections.unmodifiableMap(new LinkedHashMap<>(msrs));
    }

    /** A segment by its register number (ES CS SS DS FS GS LDTR TR). */
    public SegmentView segment(int number) {
        return segments.get(number);
    }
}
