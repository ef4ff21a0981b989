package org.domainfirmware.firmware.core.symbols;

/** A variable or parameter. */
public interface VariableInfo {
    String name();

    TypeInfo type();

    /** True for a parameter of the function. */
    boolean isParameter();

    /** Where it was declared. */
    SourceLine declaration();

    /** Where its value is when the instruction at an address is about to execute. */
    ValueLocation locate(long pc, FrameContext frame);
}
