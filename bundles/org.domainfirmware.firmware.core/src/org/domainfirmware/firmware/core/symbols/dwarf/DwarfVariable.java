package org.domainfirmware.firmware.core.symbols.dwarf;

import org.domainfirmware.firmware.core.symbols.CorruptFile;
import org.domainfirmware.firmware.core.symbols.FrameContext;
import org.domainfirmware.firmware.core.symbols.SourceLine;
import org.domainfirmware.firmware.core.symbols.TypeInfo;
import org.domainfirmware.firmware.core.symbols.ValueLocation;
import org.domainfirmware.firmware.core.symbols.VariableInfo;

/** A variable with its location, an expression or a list of them. */
record DwarfVariable(String name, TypeInfo type, boolean isParameter, SourceLine declaration, Entry entry,
        Attribute location, byte[] frameBase, LocationLists lists) implements VariableInfo {
    @Override
    public ValueLocation locate(long pc, FrameContext frame) {
        Attribute constant = entry.get(Dw.AT_CONST_VALUE);
        if (location == null) {
            return constant == null || constant.block() != null || constant.text() != null
                    ? new ValueLocation.Unavailable("optimized out") : new ValueLocation.Constant(constant.number());
        }
        try {
            byte[] expression = location.isListOffset() ? lists.find(entry.unit, location, pc) : location.block();
            if (expression == null) {
                return new ValueLocation.Unavailable("not kept at this instruction");
            }
            return new LocationExpression(entry.unit, frame, frameBase).evaluate(expression);
        } catch (CorruptFile e) {
            return new ValueLocation.Unavailable(e.getMessage());
        }
    }
}
