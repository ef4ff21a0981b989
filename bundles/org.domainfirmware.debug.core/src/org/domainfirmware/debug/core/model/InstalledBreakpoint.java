package org.domainfirmware.debug.core.model;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.domainfirmware.debug.core.breakpoints.BreakpointFacts;
import org.domainfirmware.debug.core.guest.Expressions;
import org.domainfirmware.debug.core.guest.GuestSymbols;
import org.domainfirmware.debug.core.guest.InspectionException;
import org.domainfirmware.emulator.debug.Breakpoint;
import org.domainfirmware.emulator.debug.BreakpointSpec;
import org.eclipse.debug.core.model.IBreakpoint;

/** A platform breakpoint in a machine: one machine breakpoint for each place its code is met at. */
final class InstalledBreakpoint {
    /** Conditions of registers, numbers and plain memory are left to the machine, which is faster by far. */
    private static final Pattern WORDS = Pattern.compile("[A-Za-z_$][A-Za-z0-9_$.]*|0x[0-9A-Fa-f]+|[0-9][0-9A-Fa-f]*h?");
    private static final Pattern MACHINE_WORD = Pattern.compile("(?i)e?(ax|bx|cx|dx|si|di|bp|sp|ip)|[abcd][lh]|[c-gs]s(\\.base"
            + "|\\.limit)?|es|byte|word|dword|cr[0234]|[cpazstido]f|eflags|cpl|0x[0-9a-f]+|[0-9][0-9a-f]*h?");
    private static final Pattern BRACES = Pattern.compile("\\{([^{}]*)\\}");

    final IBreakpoint platform;
    final BreakpointFacts facts;
    final List<CompletableFuture<Integer>> ids = new ArrayList<>();
    private int hits;

    InstalledBreakpoint(IBreakpoint platform, BreakpointFacts facts) {
        this.platform = platform;
        this.facts = facts;
    }

    /** What to set; none when symbols do not know the line or function. */
    List<Breakpoint> machineBreakpoints(GuestSymbols symbols) {
        if (facts.direct() != null) {
            return List.of(facts.direct());
        }
        List<Long> code = facts.function() != null ? symbols.entryOf(facts.function()).stream().toList()
                : symbols.codeOf(facts.file(), facts.line());
        List<Breakpoint> all = new ArrayList<>();
        for (long address : code) {
            all.addAll(symbols.breakpointsAt(address));
        }
        return all;
    }

    private boolean machineDecides(int places) {
        String c = facts.condition();
        boolean simple = !c.contains("->") && !c.contains("?") && !c.contains("'")
                && WORDS.matcher(c).results().allMatch(m -> MACHINE_WORD.matcher(m.group()).matches());
        return simple && (places == 1 || facts.ignoreCount() == 0);
    }

    BreakpointSpec spec(Breakpoint what, int places) {
        boolean machine = machineDecides(places);
        boolean plainLog = facts.log() && facts.logMessage().isBlank() && machine;
        return new BreakpointSpec(what, plainLog ? Breakpoint.Action.LOG : Breakpoint.Action.STOP,
                machine ? facts.condition() : "", machine ? facts.ignoreCount() : 0);
    }

    /** What the machine left to decide at a hit. @param expressions of the topmost frame */
    boolean holds(Expressions expressions) throws InspectionException {
        if (machineDecides(ids.size())) {
            return true;
        }
        if (!facts.condition().isEmpty() && expressions.number(facts.condition()) == 0) {
            return false;
        }
        hits++;
        return hits > facts.ignoreCount();
    }

    /** The log message with the values of its expressions. */
    String logText(Expressions expressions, java.util.function.Function<org.domainfirmware.debug.core.guest.Datum, String> text) {
        Matcher m = BRACES.matcher(facts.logMessage());
        StringBuilder out = new StringBuilder();
        while (m.find()) {
            String value;
            try {
                value = text.apply(expressions.evaluate(m.group(1)));
            } catch (InspectionException e) {
                value = "<" + e.getMessage() + ">";
            }
            m.appendReplacement(out, Matcher.quoteReplacement(value));
        }
        return m.appendTail(out).toString();
    }
}
