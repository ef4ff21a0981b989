package org.domainfirmware.debug.ui.breakpoints;

import java.util.Optional;
import org.domainfirmware.debug.core.guest.Place;
import org.domainfirmware.debug.core.model.GuestMemoryBlock;
import org.domainfirmware.debug.core.model.GuestVariable;
import org.domainfirmware.debug.ui.model.InterruptNames;
import org.domainfirmware.debug.ui.model.InterruptVector;
import org.domainfirmware.debug.ui.model.MemoryItem;
import org.domainfirmware.emulator.debug.DeviceView;
import org.domainfirmware.emulator.debug.DisassembledInstruction;
import org.domainfirmware.emulator.debug.InterruptRecord;
import org.domainfirmware.emulator.vmx.AssistTrap;

/**
 * What the dialog for breakpoints begins with when it is opened on something in a view.
 *
 * @param where as it is typed
 * @param second what the kind asks besides, "" for nothing
 */
public record BreakpointProposal(BreakpointKind kind, String where, String second) {
    /** A register that is a port of its own, not one behind an index or in memory. */
    private static final String PORT = "[0-9A-F]{1,4}h";

    /** The breakpoint that belongs to a variable, to memory that is shown, or to what a row of a view is about; empty where none does. */
    public static Optional<BreakpointProposal> of(Object element) {
        if (element instanceof GuestVariable v) {
            return v.datum().place() instanceof Place.InMemory at && v.datum().type().size() > 0
                    ? Optional.of(memory(String.format("linear:%X", at.linear()), v.datum().type().size())) : Optional.empty();
        }
        if (element instanceof GuestMemoryBlock m) {
            return Optional.of(memory(m.address().toString(), 1));
        }
        if (element instanceof MemoryItem m) {
            return Optional.of(memory(String.format("%04X:%04X", m.segment(), m.offset()), m.bytes()));
        }
        if (element instanceof InterruptVector v) {
            return Optional.of(interrupt(v.number(), ""));
        }
        if (element instanceof InterruptRecord r) {
            boolean software = r.kind() == InterruptRecord.Kind.SOFTWARE;
            return Optional.of(interrupt(r.vector(), software ? InterruptNames.number(r.vector(), r.in()[0]) : ""));
        }
        if (element instanceof DeviceView.RegisterValue r) {
            return r.address().matches(PORT) ? Optional.of(new BreakpointProposal(BreakpointKind.PORT, r.address(),
                    r.bits() <= 8 ? "" : String.valueOf((r.bits() + 7) / 8))) : Optional.empty();
        }
        if (element instanceof DisassembledInstruction i) {
            return Optional.of(new BreakpointProposal(BreakpointKind.ADDRESS, String.format("linear:%X", i.linear()), ""));
        }
        // Behind a world switch CS is a selector of protected mode, of which the GDT may be another by now.
        return element instanceof AssistTrap t && t.vector() >= 0
                ? Optional.of(new BreakpointProposal(BreakpointKind.ADDRESS, String.format("%04X:%04X", t.cs(), t.eip() & 0xFFFF), ""))
                : Optional.empty();
    }

    private static BreakpointProposal memory(String where, int bytes) {
        return new BreakpointProposal(BreakpointKind.MEMORY, where, String.valueOf(bytes));
    }

    private static BreakpointProposal interrupt(int vector, String function) {
        return new BreakpointProposal(BreakpointKind.INTERRUPT, String.format("%02X", vector), function);
    }
}
