package org.domainfirmware.debug.core.model;

import java.util.HashMap;
import java.util.Map;

/** What was shown at the last stop, so that views can mark what is different now. Only what was looked at is compared. */
final class ChangeHistory {
    private static final int MOST = 20_000;

    private Map<String, String> before = new HashMap<>();
    private Map<String, String> now = new HashMap<>();

    /** The guest is about to run. */
    synchronized void rotate() {
        before = now;
        now = new HashMap<>();
    }

    /** Notes a value; true when another was shown under the name at the last stop. */
    synchronized boolean differs(String name, String value) {
        if (now.size() < MOST) {
            now.put(name, value);
        }
        String old = before.get(name);
        return old != null && !old.equals(value);
    }
}
