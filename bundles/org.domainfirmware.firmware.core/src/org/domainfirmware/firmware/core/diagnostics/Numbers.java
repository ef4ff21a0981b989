package org.domainfirmware.firmware.core.diagnostics;

/** Line and column numbers in output, which may be absent or, in damaged output, absurd. */
final class Numbers {
    private static final int DIGITS_OF_ANY_LINE = 9;

    private Numbers() {
    }

    /** The number, or 0 when there is none that fits. */
    static int of(String digits) {
        return digits == null || digits.isEmpty() || digits.length() > DIGITS_OF_ANY_LINE ? 0 : Integer.parseInt(digits);
    }
}
