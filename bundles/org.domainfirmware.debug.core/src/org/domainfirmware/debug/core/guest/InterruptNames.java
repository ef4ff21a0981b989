package org.domainfirmware.debug.core.guest;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** What interrupts of a PC are for. Source: IBM PC/AT Technical Reference, section 5. */
public final class InterruptNames {
    private static final Map<Integer, String> SERVICES = Map.ofEntries(Map.entry(0x05, "print screen"),
            Map.entry(0x08, "timer"), Map.entry(0x09, "keyboard"), Map.entry(0x0E, "diskette"),
            Map.entry(0x10, "video"), Map.entry(0x11, "equipment"), Map.entry(0x12, "memory size"),
            Map.entry(0x13, "disk"), Map.entry(0x14, "serial"), Map.entry(0x15, "system"), Map.entry(0x16, "keyboard"),
            Map.entry(0x17, "printer"), Map.entry(0x18, "no boot device"), Map.entry(0x19, "boot"),
            Map.entry(0x1A, "time and PCI"), Map.entry(0x1B, "break"), Map.entry(0x1C, "timer tick"),
            Map.entry(0x40, "diskette"), Map.entry(0x70, "real-time clock"), Map.entry(0x76, "disk"));
    /** Services that take no function number in AH. */
    private static final java.util.Set<Integer> WITHOUT_FUNCTION = java.util.Set.of(0x05, 0x11, 0x12, 0x18, 0x19, 0x1B,
            0x1C);

    /** SDM volume 3, table 6-1. */
    private static final List<String> EXCEPTIONS = List.of("divide error", "debug", "NMI", "breakpoint", "overflow",
            "bound range", "invalid opcode", "device not available", "double fault", "coprocessor segment overrun", "invalid TSS",
            "segment not present", "stack fault", "general protection", "page fault", "", "x87 error", "alignment check",
            "machine check");

    private InterruptNames() {
    }

    /** "exception 0Dh (general protection)": what a vector below 20h means in protected mode. */
    static String exception(int vector) {
        String name = vector < EXCEPTIONS.size() ? EXCEPTIONS.get(vector) : "";
        return String.format("exception %02Xh", vector) + (name.isEmpty() ? "" : " (" + name + ")");
    }

    /**
     * "INT 13h, AH=02h (disk)", or "interrupt 08h (timer)" for one of the hardware.
     *
     * @param software called by an INT instruction
     * @param eax at the call, when known
     */
    public static String describe(int vector, boolean software, OptionalInt eax) {
        String name = SERVICES.get(vector);
        String purpose = name == null ? "" : " (" + name + ")";
        if (!software) {
            return String.format("interrupt %02Xh", vector) + purpose;
        }
        String function = eax.isEmpty() || WITHOUT_FUNCTION.contains(vector) ? ""
                : String.format(", AH=%02Xh", eax.getAsInt() >>> 8 & 0xFF);
        return String.format("INT %02Xh", vector) + function + purpose;
    }
}
