package org.domainfirmware.emulator.cli;

import java.util.regex.Pattern;

/** The newest output of a channel, kept for conditions; a bounded number of characters. */
final class OutputText {
    private static final int MOST = 1 << 20;

    private final StringBuilder text = new StringBuilder();
    private boolean changed;

    void add(int value) {
        if (text.length() >= MOST) {
            text.delete(0, MOST / 2);
        }
        text.append((char) (value & 0xFF));
        changed = true;
    }

    /** True when the text changed since the last call and matches. */
    boolean newlyMatches(Pattern pattern) {
        boolean was = changed;
        changed = false;
        return was && pattern.matcher(text).find();
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
