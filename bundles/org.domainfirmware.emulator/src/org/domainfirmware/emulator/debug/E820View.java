package org.domainfirmware.emulator.debug;

import java.util.List;

/**
 * What INT 15h AX=E820h returned to the guest, and what the machine truly has.
 *
 * @param calls in order, the newest last; a bounded number
 * @param dropped calls no longer kept
 * @param truth the machine's own map
 */
public record E820View(List<Call> calls, long dropped, List<Entry> truth) {
    public E820View {
        calls = List.copyOf(calls);
        truth = List.copyOf(truth);
    }

    /** An address range and its type (1 RAM, 2 reserved, 3 ACPI data, 4 NVS, 5 bad). */
    public record Entry(long base, long length, int type, String note) { }

    /**
     * A call, with what came back.
     *
     * @param instructions when it returned
     * @param caller linear return address
     * @param continuation EBX going in
     * @param next EBX coming out
     * @param size ECX coming out, bytes
     * @param failed carry was set
     */
    public record Call(long instructions, int caller, int continuation, int next, int size, boolean failed,
            Entry entry) { }
}
