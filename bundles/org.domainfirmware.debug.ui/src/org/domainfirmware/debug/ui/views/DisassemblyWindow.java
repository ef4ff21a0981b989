package org.domainfirmware.debug.ui.views;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.domainfirmware.debug.ui.model.DisassemblyModel;
import org.domainfirmware.emulator.debug.DebugPort;
import org.domainfirmware.emulator.debug.DisassembledInstruction;

/** The stretch of instructions that is shown; it grows at both ends. Immutable. */
record DisassemblyWindow(List<DisassembledInstruction> instructions) {
    private static final int BEFORE = 12;
    private static final int AFTER = 60;
    private static final int MOST = 2000;
    private static final int TRIES = 8;
    /** Enough bytes in front for the disassembly to fall into step. */
    private static final int RUN_UP = 96;

    static final DisassemblyWindow EMPTY = new DisassemblyWindow(List.of());

    DisassemblyWindow {
        instructions = List.copyOf(instructions);
    }

    boolean contains(int linear) {
        return instructions.stream().anyMatch(i -> i.linear() == linear);
    }

    /** The stretch around an address, which is the first byte of an instruction. */
    static CompletableFuture<DisassemblyWindow> around(DebugPort port, int linear) {
        return port.disassemble(linear, AFTER).thenCombine(before(port, linear, 0), (after, before) -> {
            List<DisassembledInstruction> all = new ArrayList<>(before.subList(Math.max(0, before.size() - BEFORE), before.size()));
            all.addAll(after);
            return new DisassemblyWindow(all);
        });
    }

    private static CompletableFuture<List<DisassembledInstruction>> before(DebugPort port, int linear, int attempt) {
        return port.disassemble(linear - RUN_UP - attempt, RUN_UP + TRIES).thenCompose(from -> {
            List<DisassembledInstruction> found = DisassemblyModel.leadingTo(linear, from);
            return !found.isEmpty() || attempt == TRIES ? CompletableFuture.completedFuture(found)
                    : before(port, linear, attempt + 1);
        });
    }

    /** The same code read again: it may have been changed. */
    CompletableFuture<DisassemblyWindow> again(DebugPort port) {
        return port.disassemble(instructions.get(0).linear(), instructions.size()).thenApply(DisassemblyWindow::new);
    }

    CompletableFuture<DisassemblyWindow> withEarlier(DebugPort port) {
        if (instructions.isEmpty() || instructions.size() > MOST) {
            return CompletableFuture.completedFuture(this);
        }
        return before(port, instructions.get(0).linear(), 0).thenApply(earlier -> {
            List<DisassembledInstruction> all = new ArrayList<>(earlier);
            all.addAll(instructions);
            return new DisassemblyWindow(all);
        });
    }

    CompletableFuture<DisassemblyWindow> withLater(DebugPort port) {
        if (instructions.isEmpty() || instructions.size() > MOST) {
            return CompletableFuture.completedFuture(this);
        }
        DisassembledInstruction last = instructions.get(instructions.size() - 1);
        return port.disassemble(last.linear() + last.bytes().length, AFTER).thenApply(later -> {
            List<DisassembledInstruction> all = new ArrayList<>(instructions);
            all.addAll(later);
            return new DisassemblyWindow(all);
        });
    }
}
