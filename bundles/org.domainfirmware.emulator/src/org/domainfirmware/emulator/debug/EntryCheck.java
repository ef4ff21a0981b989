package org.domainfirmware.emulator.debug;

/**
 * A check the processor makes of the guest's state at VM entry.
 *
 * @param group "control registers", "segment registers", ...
 * @param rule what must hold, in words
 * @param values the values looked at
 */
public record EntryCheck(String group, String rule, boolean passes, String values) { }
