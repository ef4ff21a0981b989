package org.domainfirmware.debug.core.guest;

import java.util.Locale;

/** Numbers as users write them. */
public final class NumberText {
    private NumberText() {
    }

    /**
     * Decimal, 0x..., or hexadecimal with h; C's suffixes U and L are passed over.
     *
     * @throws InspectionException when it is none
     */
    public static long parse(String text) throws InspectionException {
        String t = text.strip().toLowerCase(Locale.ROOT);
        boolean negative = t.startsWith("-");
        t = negative ? t.substring(1) : t;
        try {
            long value;
            if (t.startsWith("0x")) {
                value = Long.parseUnsignedLong(t.substring(2).replaceAll("[ul]+$", ""), 16);
            } else if (t.endsWith("h")) {
                value = Long.parseUnsignedLong(t.substring(0, t.length() - 1), 16);
            } else {
                value = Long.parseLong(t.replaceAll("[ul]+$", ""));
            }
            return negative ? -value : value;
        } catch (NumberFormatException e) {
            throw new InspectionException("'" + text + "' is no number");
        }
    }
}
