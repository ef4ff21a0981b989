package org.domainfirmware.debug.ui.views;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.domainfirmware.debug.ui.model.CodeReader;
import org.domainfirmware.emulator.debug.DisassembledInstruction;

/** The stretch of instructions that is shown; what comes at one end goes at the other when it is too long. Immutable. */
record DisassemblyWindow(List<DisassembledInstruction> instructions) {
    private static final int BEFORE = 24;
    private static final int AFTER = 60;
    private static final int MOST = 400;

    static final DisassemblyWindow EMPTY = new DisassemblyWindow(List.of());

    DisassemblyWindow {
        instructions = List.copyOf(instructions);
    }

    boolean contains(int linear) {
        return instructions.stream().anyMatch(i -> i.linear() == linear);
    }

    /** The stretch around an address, which is the first byte of an instruction. */
    static CompletableFuture<DisassemblyWindow> around(CodeReader code, int linear) {
        return code.from(linear, AFTER).thenCombine(code.before(linear, BEFORE), (after, before) -> {
            List<DisassembledInstruction> all = new ArrayList<>(before.subList(Math.max(0, before.size() - BEFORE), before.size()));
            all.addAll(after);
            return new DisassemblyWindow(all);
        });
    }

    /** The same code read again: it may have been changed. */
    CompletableFuture<DisassemblyWindow> again(CodeReader code) {
        return code.from(instructions.get(0).linear(), instructions.size()).thenApply(DisassemblyWindow::new);
    }

    CompletableFuture<DisassemblyWindow> withEarlier(CodeReader code) {
        return code.before(instructions.get(0).linear(), AFTER).thenApply(earlier -> {
            List<DisassembledInstruction> all = new ArrayList<>(earlier.subList(Math.max(0, earlier.size() - AFTER), earlier.size()));
            all.addAll(instructions);
            return new DisassemblyWindow(all.subList(0, Math.min(all.size(), MOST)));
        });
    }

    CompletableFuture<DisassemblyWindow> withLater(CodeReader code) {
        DisassembledInstruction last = instructions.get(instructions.size() - 1);
        return code.from(last.linear() + last.bytes().length, AFTER).thenApply(later -> {
            List<DisassembledInstruction> all = new ArrayList<>(instructions);
            all.addAll(later);
            return new DisassemblyWindow(all.subList(Math.max(0, all.size() - MOST), all.size()));
        });
    }
}
