package org.domainfirmware.debug.core.guest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.domainfirmware.emulator.debug.RegistersView;
import org.domainfirmware.firmware.core.symbols.DebugInfo;
import org.domainfirmware.firmware.core.symbols.FunctionInfo;
import org.domainfirmware.firmware.core.symbols.ScopeInfo;
import org.domainfirmware.firmware.core.symbols.SourceLine;

/**
 * Finds the activations on a stopped guest's stack, topmost first: by call frame information where the compiler left some, by
 * following assembly to its return, through calls of foreign code and from a VM86 monitor into its guest, and where nothing of that
 * leads anywhere by looking for return addresses. Inlined calls are frames of their own.
 */
public final class Unwinder {
    private static final int MOST_FRAMES = 64;
    private static final int VM = 1 << 17;
    /** Words of a stack that are looked through for a return address. */
    private static final int MOST_WORDS = 256;

    private final GuestSymbols symbols;
    private final GuestMemory memory;

    public Unwinder(GuestSymbols symbols, GuestMemory memory) {
        this.symbols = symbols;
        this.memory = memory;
    }

    /** All frames; at least the topmost. */
    public List<GuestFrame> frames(RegistersView registers) {
        return frames(registers, MOST_FRAMES);
    }

    /**
     * The topmost frame, for expressions only: without a function there are no local variables to find, and nothing is read of the
     * stack.
     */
    public GuestFrame top(RegistersView view) {
        GuestFrame bare = frame(topmost(view), OptionalInt.empty(), false);
        return bare.function() == null ? bare : frames(view, 1).get(0);
    }

    /** The first real (not inlined) frames; one more physical frame than asked may have been looked at. */
    public List<GuestFrame> frames(RegistersView view, int most) {
        ProtectedInterrupts gates = (view.control().get(0) & 1) == 0 || (view.eflags() & VM) != 0 ? null
                : new ProtectedInterrupts(memory, view);
        List<GuestFrame> frames = new ArrayList<>();
        CallerFrame at = topmost(view);
        boolean guest = false;
        for (int i = 0; i < most && at != null; i++) {
            gates = at.virtual8086() ? null : gates;
            guest |= at.virtual8086();
            GuestFrame bare = frame(at, OptionalInt.empty(), guest);
            CallerFrame caller = caller(bare, frames, gates, view);
            GuestFrame whole = frame(at, caller == null ? OptionalInt.empty() : caller.cfa(), guest);
            addWithInlined(frames, whole, caller == null ? "" : caller.by());
            at = caller;
        }
        return frames;
    }

    private static CallerFrame topmost(RegistersView view) {
        return CallerFrame.interrupt(FrameRegisters.top(view), OptionalInt.empty(), "", false);
    }

    private GuestFrame frame(CallerFrame at, OptionalInt cfa, boolean guest) {
        int linear = at.registers().linear();
        int lookup = linear - (at.exact() ? 0 : 1);
        symbols.look(lookup, memory);
        DebugInfo file = symbols.fileAt(lookup).orElse(null);
        long address = symbols.linked(lookup);
        FunctionInfo function = file == null ? null : file.functionAt(address).orElse(null);
        SourceLine line = file == null ? null : file.lineAt(address).orElse(null);
        return new GuestFrame(at.registers(), address, at.exact(), cfa, "", file, function, null, line, guest);
    }

    /**
     * One frame for each inlined call, innermost first, then the function itself. At the first instruction of an inlined call
     * the guest counts as standing before it, at the line that calls.
     */
    private static void addWithInlined(List<GuestFrame> frames, GuestFrame f, String left) {
        List<ScopeInfo> calls = f.function() == null ? new ArrayList<>()
                : new ArrayList<>(Scopes.inlined(f.function().body(), f.lookup()));
        SourceLine line = f.line();
        while (f.exact() && !calls.isEmpty() && begins(calls.get(calls.size() - 1), f.lookup())) {
            line = calls.remove(calls.size() - 1).callSite();
        }
        for (int i = calls.size() - 1; i >= 0; i--) {
            frames.add(new GuestFrame(f.registers(), f.lookup(), f.exact(), f.cfa(), "", f.file(), f.function(), calls.get(i), line,
                    f.underMonitor()));
            line = calls.get(i).callSite().line() > 0 ? calls.get(i).callSite() : line;
        }
        frames.add(new GuestFrame(f.registers(), f.lookup(), f.exact(), f.cfa(), left, f.file(), f.function(), null, line,
                f.underMonitor()));
    }

    private static boolean begins(ScopeInfo inlined, long address) {
        return inlined.callSite().line() > 0 && inlined.ranges().stream().mapToLong(r -> r.start()).min().orElse(-1) == address;
    }

    private CallerFrame caller(GuestFrame frame, List<GuestFrame> inner, ProtectedInterrupts gates, RegistersView view) {
        try {
            Optional<CallerFrame> caller = new MonitorGuest(memory).unwind(frame);
            caller = caller.isPresent() ? caller : new ForeignCalls(memory).unwind(frame, inner);
            caller = caller.isPresent() || frame.function() == null ? caller : new CfiUnwinder(memory).unwind(frame);
            WalkUnwinder walk = new WalkUnwinder(memory, gates, view);
            caller = caller.isPresent() ? caller : walk.unwind(frame);
            caller = caller.isPresent() || frame.function() != null ? caller : new CfiUnwinder(memory).unwind(frame);
            // Assembly that never returns may be where everything begins; only its first instructions show who called it.
            boolean first = walk.neverReturns() && frame.function() == null;
            caller = caller.isPresent() ? caller : new StackScan(memory, gates).unwind(frame, first ? 1 : MOST_WORDS);
            return caller.filter(c -> plausible(frame, c)).orElse(null);
        } catch (InspectionException e) {
            // The stack leaves what is mapped: the frames end here.
            return null;
        }
    }

    /** A caller's stack is above its callee's unless the stack was switched. */
    private static boolean plausible(GuestFrame frame, CallerFrame caller) {
        FrameRegisters from = frame.registers();
        FrameRegisters to = caller.registers();
        boolean sameStack = from.ss().base() == to.ss().base() && caller.by().isEmpty();
        return to.eip() != 0 && (!sameStack || to.sp() > from.sp() || to.sp() == 0);
    }
}
