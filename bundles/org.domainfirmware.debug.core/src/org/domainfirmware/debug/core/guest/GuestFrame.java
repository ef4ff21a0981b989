package org.domainfirmware.debug.core.guest;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.domainfirmware.firmware.core.symbols.CorruptFile;
import org.domainfirmware.firmware.core.symbols.DebugInfo;
import org.domainfirmware.firmware.core.symbols.FrameContext;
import org.domainfirmware.firmware.core.symbols.FunctionInfo;
import org.domainfirmware.firmware.core.symbols.ScopeInfo;
import org.domainfirmware.firmware.core.symbols.SourceLine;

/**
 * An activation on the guest's stack.
 *
 * @param registers as this frame sees them; EIP is where it goes on
 * @param lookup address for symbol look-up: a return address can belong to the next line already
 * @param exact EIP is the next instruction (topmost frame, interrupted code); otherwise a return address
 * @param cfa canonical frame address: the stack pointer before the call, as offset in SS; empty when not known
 * @param enteredBy "" for a call, else the interrupt that entered it, such as "INT 13h, AH=02h (disk)"
 * @param file the symbols that know the code, or null
 * @param function the function, or null
 * @param inlined the inlined call this frame is, or null for the function itself
 * @param line source line, or null
 * @param underMonitor the code is that of the guest a VM86 monitor above it has interrupted
 */
public record GuestFrame(FrameRegisters registers, long lookup, boolean exact, OptionalInt cfa, String enteredBy, DebugInfo file,
        FunctionInfo function, ScopeInfo inlined, SourceLine line, boolean underMonitor) {
    /** Linear address of the code. */
    public int linear() {
        return registers.linear();
    }

    /** "F000:3496", or the linear address in a flat segment. */
    public String address() {
        FrameRegisters r = registers;
        return r.cs().big() ? String.format("%04X:%08X", r.cs().selector(), r.eip())
                : String.format("%04X:%04X", r.cs().selector(), r.eip() & 0xFFFF);
    }

    /** Function's name, inlined ones too, or "" when there is none. */
    public String functionName() {
        return inlined != null ? inlined.inlined() : function == null ? "" : function.name();
    }

    /** The same without what it knows from the symbols, but for its line: that of an activation which is over. */
    public GuestFrame withoutSymbols() {
        return new GuestFrame(registers, lookup, exact, cfa, enteredBy, null, null, null, line, underMonitor);
    }

    /** The scopes whose variables are visible here, innermost first. */
    public List<ScopeInfo> scopes() {
        if (function == null) {
            return List.of();
        }
        return Scopes.visible(inlined == null ? function.body() : inlined, lookup());
    }

    /** The same frame for the symbols' location expressions. */
    FrameContext context(GuestMemory memory) {
        return new FrameContext() {
            @Override
            public long register(int number) throws CorruptFile {
                if (number == 8) {
                    return registers.eip() & 0xFFFFFFFFL;
                }
                if (number > 8 || !registers.knows(number)) {
                    throw new CorruptFile("its register is not known in this frame");
                }
                return registers.values()[number] & 0xFFFFFFFFL;
            }

            @Override
            public long canonicalFrameAddress() throws CorruptFile {
                return cfa.orElseThrow(() -> new CorruptFile("the frame's address is not known")) & 0xFFFFFFFFL;
            }

            @Override
            public long readMemory(long address, int size) throws CorruptFile {
                try {
                    return memory.number(registers.ss().base() + (int) address, size);
                } catch (InspectionException e) {
                    throw new CorruptFile(e.getMessage());
                }
            }
        };
    }

    /** True when both are activations of one function at one place of the stack. */
    public boolean sameActivation(GuestFrame other) {
        return other != null && cfa.isPresent() && cfa.equals(other.cfa)
                && registers.ss().base() == other.registers.ss().base()
                && Optional.ofNullable(function).equals(Optional.ofNullable(other.function));
    }

    @Override
    public String toString() {
        String place = line == null ? "" : " " + line.file() + ":" + line.line();
        return address() + " " + functionName() + place + (enteredBy.isEmpty() ? "" : " by " + enteredBy);
    }
}
