package org.domainfirmware.debug.ui.vm86;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.domainfirmware.debug.ui.model.Row;
import org.domainfirmware.debug.ui.model.SymbolNames;
import org.domainfirmware.emulator.debug.AssistView;
import org.domainfirmware.emulator.vmx.AssistTrace.Total;
import org.domainfirmware.emulator.vmx.AssistTrap;

/** The rows of the VM86 Monitor view: the mode machine, sums by kind, each stay in the monitor. */
public final class MonitorModel {
    private static final int WORLD_SWITCH = -1;
    private static final int FIRST_IRQ = 0x20;
    /** SDM volume 3, table 6-1. */
    private static final String[] EXCEPTIONS = {"#DE divide error", "#DB debug", "NMI", "#BP breakpoint", "#OF overflow",
        "#BR bound range", "#UD invalid opcode", "#NM no coprocessor", "#DF double fault", "coprocessor overrun", "#TS invalid TSS",
        "#NP segment not present", "#SS stack fault", "#GP", "#PF page fault", "", "#MF x87 error", "#AC alignment check",
        "#MC machine check"};

    private static final Pattern PORTS = Pattern.compile("in|out|ins[bwd]?|outs[bwd]?");
    private static final Pattern SENSITIVE = Pattern.compile("cli|sti|pushf[wd]?|popf[wd]?|iret[wd]?");
    private static final Pattern SYSTEM_REGISTER = Pattern.compile("\\b[cdt]r[0-7]\\b");
    private static final Set<String> PRIVILEGED = Set.of("hlt", "lgdt", "lidt", "lmsw", "clts", "invd", "wbinvd", "invlpg", "rdmsr",
            "wrmsr", "rdpmc");

    private MonitorModel() {
    }

    /**
     * All rows.
     *
     * @param mode state of the monitor's mode machine in words, "" when it is not known
     * @param filter only stays whose text holds it
     */
    public static List<Row> rows(AssistView view, String mode, String filter, SymbolNames names) {
        List<Row> rows = new ArrayList<>();
        rows.add(state(view, mode));
        rows.add(sums(view));
        String wanted = filter.strip().toLowerCase(Locale.ROOT);
        List<Row> stays = new ArrayList<>();
        for (int i = view.newest().size() - 1; i >= 0; i--) {
            Row row = stay(view.newest().get(i), names);
            if (wanted.isEmpty() || String.join(" ", row.cells()).toLowerCase(Locale.ROOT).contains(wanted)) {
                stays.add(row);
            }
        }
        rows.addAll(stays);
        return rows;
    }

    private static Row state(AssistView view, String mode) {
        String machine = !view.monitorActive() ? "protected: the monitor is away"
                : mode.isEmpty() ? "the monitor stands in for real mode" : mode;
        String where = !view.monitorActive() ? "the guest runs alone"
                : view.virtual8086() ? "the guest runs in virtual-8086 mode" : "the monitor works";
        return Row.of("state", "Mode: " + machine, "", where, String.format("%,d world switches", view.switches()), "", "", "")
                .with(Row.Tone.HEADING);
    }

    /** The sums, dearest first; with the share of all instructions. */
    private static Row sums(AssistView view) {
        long spent = view.totals().stream().mapToLong(Total::instructions).sum();
        List<Row> kinds = view.totals().stream().map(t -> Row.of(t.kind(), t.kind(), String.format("%,d times", t.count()),
                String.format("%,d instructions each", t.instructions() / Math.max(1, t.count())),
                share(t.instructions(), view.instructions()), String.format("%,d", t.instructions()), "", "")).toList();
        String kept = view.dropped() == 0 ? "" : String.format("%,d of them too old to be kept", view.dropped());
        return Row.of("sums", "By kind", String.format("%,d times", view.seen()), kept,
                share(spent, view.instructions()) + (view.traced() ? "" : ", not traced now"), String.format("%,d", spent), "", "")
                .with(Row.Tone.HEADING).with(kinds);
    }

    private static String share(long part, long all) {
        return all == 0 ? "" : String.format(Locale.ROOT, "%.1f %% of all instructions", 100.0 * part / all);
    }

    private static Row stay(AssistTrap t, SymbolNames names) {
        String place = t.vector() == WORLD_SWITCH ? String.format("%04X:%08X", t.cs(), t.eip())
                : String.format("%04X:%04X", t.cs(), t.eip() & 0xFFFF);
        String symbol = t.vector() == WORLD_SWITCH ? "" : names.nameAt((t.cs() << 4) + t.eip());
        Row row = Row.of("stay " + t.start(), place, t.instruction(), why(t), t.outcome(), String.format("%,d", t.spent()), symbol,
                String.format("%,d", t.start())).about(t);
        return t.vector() == WORLD_SWITCH ? row.with(Row.Tone.WARNING) : t.vector() >= FIRST_IRQ ? row.with(Row.Tone.DIM) : row;
    }

    /** Why the processor left the guest. */
    static String why(AssistTrap t) {
        if (t.vector() == WORLD_SWITCH) {
            return "PE cleared: switch to the monitor";
        }
        if (t.vector() >= FIRST_IRQ) {
            return "interrupt request " + (t.vector() - FIRST_IRQ);
        }
        String name = t.vector() < EXCEPTIONS.length ? EXCEPTIONS[t.vector()] : "";
        return name.equals("#GP") ? "#GP: " + protection(t) : name.isEmpty() ? String.format("exception %02Xh", t.vector()) : name;
    }

    /** What general protection in virtual-8086 mode means for an instruction (SDM volume 3, 20.2.7, 20.2.8 and 20.3.3). */
    private static String protection(AssistTrap t) {
        String mnemonic = t.kind();
        if (PORTS.matcher(mnemonic).matches()) {
            return "the I/O bitmap intercepts the port";
        }
        if (mnemonic.equals("int")) {
            return "INT is not redirected to the guest's vectors";
        }
        if (SENSITIVE.matcher(mnemonic).matches()) {
            return mnemonic + " is sensitive to IOPL and VIP";
        }
        boolean system = PRIVILEGED.contains(mnemonic) || mnemonic.equals("mov") && SYSTEM_REGISTER.matcher(t.instruction()).find();
        return system ? mnemonic + " is privileged" : mnemonic + " is beyond a limit of 64 KiB";
    }
}
