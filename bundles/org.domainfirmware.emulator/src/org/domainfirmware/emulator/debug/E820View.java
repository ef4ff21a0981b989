package org.domainfirmware.emulator.debug;

import java.util.List;

/**
 * What INT 15h AX=E820h returned to the guest, and what the machine truly has.
 *
 * @param calls in order, the newest last; a bounded number
 * @param dropped calls no longer kept
 * @param truth the machine's own map
 * @param sizes the newest answer of each older service that was asked
 */
public record E820View(List<Call> calls, long dropped, List<Entry> truth, List<SizeCall> sizes) {
    public E820View {
        calls = List.copyOf(calls);
        truth = List.copyOf(truth);
        sizes = List.copyOf(sizes);
    }

    /** Services older than E820h that tell about memory. */
    public enum Service { INT_12, INT_15_88, INT_15_E801, INT_15_E881 }

    /**
     * An answer of such a service: the general registers as the caller got them.
     *
     * @param instructions when it returned
     * @param caller linear return address
     * @param failed carry was set, where the service tells failure so
     */
    public record SizeCall(Service service, long instructions, int caller, boolean failed, int eax, int ebx, int ecx,
            int edx) { }

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
     * @param signature EAX coming out, 534D4150h ("SMAP") of a service that exists
     * @param failed carry was set
     */
    public record Call(long instructions, int caller, int continuation, int next, int size, int signature, boolean failed,
            Entry entry) { }
}
