package org.domainfirmware.debug.core.guest;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import org.domainfirmware.firmware.core.symbols.CodeBytes;

/**
 * Where a guest has copies of linked code: a boot record that moved itself, a ROM at another place than it was linked for. They are
 * learnt as the guest is met in one, by the bytes there. Safe for several threads; none waits for another, because who looks waits
 * for the guest.
 */
final class CodeCopies {
    /** Fewer bytes in a row that are the same say nothing. */
    private static final int ENOUGH = 24;
    /** Bytes that are looked for first. */
    private static final int WINDOW = 8;
    /** A kernel is not looked through at every stop; firmware and boot loaders are smaller. */
    private static final int LARGEST = 1 << 20;
    /** Further than this the bytes are not compared. */
    private static final int FAR = 0x10000;

    /**
     * A copy.
     *
     * @param start linear address of its first byte that is as linked
     * @param end behind the last one
     * @param linked address of the first byte as linked
     */
    private record Copy(int start, int end, long linked) {
        boolean contains(int linear) {
            return linear - start >= 0 && linear - end < 0;
        }
    }

    private final List<CodeBytes> images;
    private final CopyOnWriteArrayList<Copy> copies = new CopyOnWriteArrayList<>();

    CodeCopies(List<CodeBytes> images) {
        this.images = images.stream().filter(i -> i.bytes().length <= LARGEST).toList();
    }

    /** The address under which symbols know the byte at a place; empty when it is in no copy that was met. */
    OptionalLong linked(int linear) {
        return copies.stream().filter(c -> c.contains(linear)).mapToLong(c -> c.linked + linear - c.start).findFirst();
    }

    /** Looks whether the code at a place is such a copy, still. */
    void look(int linear, GuestMemory memory) {
        for (Copy c : copies) {
            if (c.contains(linear)) {
                CodeBytes image = imageOf(c.linked);
                if (same(image, (int) (c.linked + linear - c.start - image.address()), linear, memory)) {
                    return;
                }
                copies.remove(c);
            }
        }
        byte[] window;
        try {
            window = memory.read(linear, WINDOW);
        } catch (InspectionException e) {
            // Nothing is mapped there, so it is no copy.
            return;
        }
        if (!isFiller(window)) {
            search(window, linear, memory);
        }
    }

    private void search(byte[] window, int linear, GuestMemory memory) {
        Copy best = null;
        for (CodeBytes image : images) {
            byte[] code = image.bytes();
            for (int at = 0; at + WINDOW <= code.length; at++) {
                if (code[at] == window[0] && Arrays.equals(code, at, at + WINDOW, window, 0, WINDOW)) {
                    Copy c = around(image, at, linear, memory);
                    best = best == null || c.end - c.start > best.end - best.start ? c : best;
                }
            }
        }
        if (best != null && best.end - best.start >= ENOUGH) {
            copies.addIfAbsent(best);
        }
    }

    private static boolean isFiller(byte[] window) {
        for (byte b : window) {
            if (b != window[0]) {
                return false;
            }
        }
        return true;
    }

    private CodeBytes imageOf(long linked) {
        return images.stream().filter(i -> i.contains(linked)).findFirst().orElseThrow();
    }

    private static boolean same(CodeBytes image, int at, int linear, GuestMemory memory) {
        try {
            return image.bytes()[at] == (byte) memory.u8(linear);
        } catch (InspectionException e) {
            // Nothing is mapped there, so it is no copy.
            return false;
        }
    }

    private static Copy around(CodeBytes image, int at, int linear, GuestMemory memory) {
        int first = at;
        while (first > 0 && at - first < FAR && same(image, first - 1, linear + first - 1 - at, memory)) {
            first--;
        }
        int last = at;
        while (last < image.bytes().length && last - at < FAR && same(image, last, linear + last - at, memory)) {
            last++;
        }
        return new Copy(linear + first - at, linear + last - at, image.address() + first);
    }
}
