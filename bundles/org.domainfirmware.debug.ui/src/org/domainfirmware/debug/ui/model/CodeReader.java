package org.domainfirmware.debug.ui.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import org.domainfirmware.emulator.cpu.isa.Token;
import org.domainfirmware.emulator.debug.CodeSegment;
import org.domainfirmware.emulator.debug.DebugPort;
import org.domainfirmware.emulator.debug.DisassembledInstruction;

/**
 * Reads a guest's code in both directions. Where symbols or source lines tell that an instruction begins, one does: data
 * between code does not bring the disassembly out of step behind it, and bytes that belong to no instruction are shown as
 * such.
 */
public record CodeReader(DebugPort port, SymbolNames names, CodeSegment segment) {
    /** A known beginning further away does not help: there may be anything in between. Bytes. */
    private static final int FAR = 1024;
    /** An instruction has a few bytes more than three on an average. */
    private static final int USUAL_BYTES = 4;

    /** Instructions from an address on. */
    public CompletableFuture<List<DisassembledInstruction>> from(int linear, int count) {
        return port.disassemble(linear, count, segment).thenComposeAsync(read -> inStep(read, count, OptionalInt.empty()));
    }

    /** About so many instructions in front of an address, the last of which ends there; none where that cannot be told. */
    public CompletableFuture<List<DisassembledInstruction>> before(int linear, int count) {
        int start = linear;
        OptionalInt known = names.codeStartBefore(start);
        while (known.isPresent() && start - known.getAsInt() <= FAR && linear - start < count * USUAL_BYTES) {
            start = known.getAsInt();
            known = names.codeStartBefore(start);
        }
        return start == linear ? port.disassembleBefore(linear, count, segment) : between(start, linear);
    }

    private CompletableFuture<List<DisassembledInstruction>> between(int start, int end) {
        return port.disassemble(start, end - start, segment)
                .thenComposeAsync(read -> inStep(read, end - start, OptionalInt.of(end)));
    }

    /** What was read, up to a number of instructions or an end, cut and read anew where an instruction must begin in another. */
    private CompletableFuture<List<DisassembledInstruction>> inStep(List<DisassembledInstruction> read, int count, OptionalInt end) {
        List<DisassembledInstruction> lines = new ArrayList<>();
        for (DisassembledInstruction i : read) {
            if (lines.size() == count || end.isPresent() && i.linear() == end.getAsInt()) {
                break;
            }
            OptionalInt inside = beginningInside(i, end);
            if (inside.isPresent()) {
                int next = inside.getAsInt();
                lines.add(data(i, next - i.linear()));
                CompletableFuture<List<DisassembledInstruction>> rest = end.isPresent()
                        ? next == end.getAsInt() ? CompletableFuture.completedFuture(List.of()) : between(next, end.getAsInt())
                        : from(next, count - lines.size());
                return rest.thenApply(more -> {
                    lines.addAll(more);
                    return lines;
                });
            }
            lines.add(i);
        }
        return CompletableFuture.completedFuture(lines);
    }

    /** The first place inside an instruction, behind its first byte, where another must begin. */
    private OptionalInt beginningInside(DisassembledInstruction i, OptionalInt end) {
        for (int at = i.linear() + 1; at < i.linear() + i.bytes().length; at++) {
            OptionalInt known = names.codeStartBefore(at + 1);
            if (end.isPresent() && at == end.getAsInt() || known.isPresent() && known.getAsInt() == at) {
                return OptionalInt.of(at);
            }
        }
        return OptionalInt.empty();
    }

    /** The first bytes of what is no instruction. */
    private static DisassembledInstruction data(DisassembledInstruction i, int length) {
        byte[] bytes = Arrays.copyOf(i.bytes(), length);
        List<Token> tokens = new ArrayList<>(List.of(new Token.Name("db"), new Token.Punctuation(" ")));
        for (int n = 0; n < length; n++) {
            if (n > 0) {
                tokens.add(new Token.Punctuation(","));
            }
            tokens.add(new Token.Number(bytes[n] & 0xFF, String.format("0x%x", bytes[n] & 0xFF)));
        }
        return new DisassembledInstruction(i.linear(), i.offset(), bytes, tokens);
    }
}
