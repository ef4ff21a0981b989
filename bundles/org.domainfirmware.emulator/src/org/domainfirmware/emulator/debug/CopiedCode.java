package org.domainfirmware.emulator.debug;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Execution breakpoints that are known by the bytes of their code, wherever it was copied to. They are found by the first four bytes
 * of the instruction, so that nearly all others are known to be none by one look at a bit.
 */
final class CopiedCode {
    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int HASHES = 1 << 16;
    /** Spreads the bits of a number over its upper half: 2^32 divided by the golden ratio. */
    private static final int SPREAD = 0x9E3779B1;
    /** So many bytes in a row have to be the same, or all that are known. */
    private static final int ENOUGH = 24;
    /** So many of them from the instruction on. */
    private static final int ENOUGH_BEHIND = 8;

    private final byte[] store;
    private final Map<Integer, List<BreakpointEntry>> byKey = new HashMap<>();
    private final long[] hashes = new long[HASHES / Long.SIZE];

    /** @param store the memory that code is fetched from */
    CopiedCode(byte[] store) {
        this.store = store;
    }

    private static Breakpoint.Copied what(BreakpointEntry entry) {
        return (Breakpoint.Copied) entry.spec.what();
    }

    private static int key(byte[] bytes, int at) {
        return (int) WORDS.get(bytes, at);
    }

    private static int hash(int key) {
        return key * SPREAD >>> 16;
    }

    private void mark(int key) {
        hashes[hash(key) / Long.SIZE] |= 1L << hash(key);
    }

    void add(BreakpointEntry entry) {
        int key = key(what(entry).code(), what(entry).at());
        byKey.computeIfAbsent(key, k -> new ArrayList<>(1)).add(entry);
        mark(key);
    }

    void remove(BreakpointEntry entry) {
        int key = key(what(entry).code(), what(entry).at());
        byKey.computeIfPresent(key, (k, here) -> here.remove(entry) && here.isEmpty() ? null : here);
        Arrays.fill(hashes, 0);
        byKey.keySet().forEach(this::mark);
    }

    boolean isEmpty() {
        return byKey.isEmpty();
    }

    /** False when there are surely none at a place of the store. */
    boolean mayBeAt(int offset) {
        if (offset < 0 || offset + 3 >= store.length) {
            return false;
        }
        int hash = hash(key(store, offset));
        return (hashes[hash / Long.SIZE] >>> hash & 1) != 0;
    }

    /** The breakpoints whose code is at a place of the store. */
    List<BreakpointEntry> at(int offset) {
        List<BreakpointEntry> alike = mayBeAt(offset) ? byKey.get(key(store, offset)) : null;
        return alike == null ? List.of() : alike.stream().filter(entry -> matches(what(entry).code(), what(entry).at(), offset)).toList();
    }

    private boolean matches(byte[] code, int at, int offset) {
        int behind = 0;
        while (behind < code.length - at && offset + behind < store.length && code[at + behind] == store[offset + behind]) {
            behind++;
        }
        int before = 0;
        while (before < at && offset - before > 0 && code[at - before - 1] == store[offset - before - 1]) {
            before++;
        }
        return behind >= Math.min(ENOUGH_BEHIND, code.length - at) && before + behind >= Math.min(ENOUGH, code.length);
    }
}
