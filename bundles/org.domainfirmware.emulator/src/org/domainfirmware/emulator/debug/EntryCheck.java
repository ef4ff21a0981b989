package org.domainfirmware.emulator.debug;

/**
 * A check the processor makes of the guest's state at VM entry.
 *
 * @param group "control registers", "segment registers", ...
 * @param section of the SDM, volume 3C, that demands it: "26.3.1.1"
 * @param rule what must hold, in words
 * @param values the values looked at
 */
public record EntryCheck(String group, String section, String rule, boolean passes, String values) { }
