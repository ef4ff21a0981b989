package org.domainfirmware.debug.core.guest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.domainfirmware.emulator.cpu.isa.Instruction;
import org.domainfirmware.emulator.debug.Breakpoint;
import org.domainfirmware.emulator.debug.BreakpointSpec;
import org.domainfirmware.emulator.debug.Location;
import org.domainfirmware.emulator.debug.RegistersView;
import org.domainfirmware.emulator.debug.StopReason;

/**
 * Steps a guest instruction by instruction and compares what the unwinder says with the calls that were made. A repeated string
 * instruction is one step, and so is a CALL that was followed some times before.
 */
final class StepComparison {
    private static final int[] HARDWARE = {8, 9, 10, 11, 12, 13, 14, 15, 0x70, 0x71, 0x72, 0x73, 0x74, 0x75, 0x76, 0x77};
    private static final int SS = 2;
    private static final int MOST_VISITS = 3;
    private static final int MOST_CALLS = 2;

    private final TestGuest guest;
    private final GuestSymbols symbols;
    private final ShadowCalls shadow;
    private final Map<String, String> wrong = new TreeMap<>();
    private final Map<Integer, Integer> visits = new HashMap<>();
    private final Map<Integer, Integer> called = new HashMap<>();
    private int compared;
    private int steps;

    /** @param symbols what the unwinder knows of the guest's code */
    StepComparison(TestGuest guest, GuestSymbols symbols) {
        this.guest = guest;
        this.symbols = symbols;
        shadow = new ShadowCalls(guest.memory);
        for (int v : HARDWARE) {
            guest.port.setBreakpoint(BreakpointSpec.stop(new Breakpoint.Interrupt(v, OptionalInt.empty(), OptionalInt.empty()))).join();
        }
    }

    int compared() {
        return compared;
    }

    /** The places that were wrong, with what was said and what is true; "" when there are none. */
    String wrong() {
        return String.join("\n", wrong.values());
    }

    /** So many steps, or to a linear address. */
    void run(int most, int end) throws Exception {
        RegistersView r = guest.port.registers().join();
        for (int i = 0; i < most && (ShadowCalls.linear(r) != end || i == 0); i++) {
            if (visits.merge(ShadowCalls.linear(r), 1, Integer::sum) <= MOST_VISITS) {
                compare(r);
            }
            r = step(r);
            steps++;
        }
        if (end >= 0 && ShadowCalls.linear(r) != end) {
            throw new AssertionError(String.format("did not get to %X but to %X", end, ShadowCalls.linear(r)));
        }
    }

    private RegistersView step(RegistersView before) throws Exception {
        guest.memory.forget();
        Instruction in = shadow.next(before);
        int pc = ShadowCalls.linear(before);
        boolean over = in.repeat != 0 || in.mnemonic().text().equals("call") && called.merge(pc, 1, Integer::sum) > MOST_CALLS;
        StopReason reason;
        do {
            guest.stops().clear();
            if (over) {
                guest.port.runTo(new Location.Linear(pc + in.length), ShadowCalls.sp(before));
            } else {
                guest.port.step(1);
            }
            reason = guest.awaitStop();
        } while (over && reason instanceof StopReason.AtBreakpoints);
        RegistersView after = guest.port.registers().join();
        if (reason instanceof StopReason.AtBreakpoints) {
            if (after.instructions() != before.instructions()) {
                throw new AssertionError("interrupted behind " + in.mnemonic());
            }
            shadow.interrupted(after);
        } else if (!over) {
            shadow.executed(in, before, after);
            // It never returns: once it is on the other stack nobody is called from anywhere.
            if (guest.symbols.nameAt(pc).startsWith("far_jump") && before.segment(SS).base() != after.segment(SS).base()) {
                shadow.forget();
            }
        }
        return after;
    }

    private void compare(RegistersView r) {
        guest.memory.forget();
        List<GuestFrame> frames = new Unwinder(symbols, guest.memory).frames(r).stream().filter(f -> f.inlined() == null).toList();
        List<Integer> unwound = new ArrayList<>();
        frames.stream().skip(1).forEach(f -> unwound.add(f.linear()));
        compared++;
        if (!unwound.equals(shadow.returns())) {
            int pc = ShadowCalls.linear(r);
            wrong.putIfAbsent(String.format("%08X", pc), String.format("%X %s: unwound %s, but %s", pc, guest.symbols.nameAt(pc), frames, shadow));
        }
    }

    @Override
    public String toString() {
        return String.format("%d steps, %d compared at %d places, %d places wrong", steps, compared, visits.size(), wrong.size());
    }
}
