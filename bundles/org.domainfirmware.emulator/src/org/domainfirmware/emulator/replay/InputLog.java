package org.domainfirmware.emulator.replay;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** All input of a run, stamped with the instruction count it was given at. Same configuration, same log: same guest. */
public final class InputLog {
    /** More than this many entries are counted, not kept. */
    public static final int MOST = 1_000_000;

    /** An event and the instruction count before which it took effect. */
    public record Entry(long instructions, InputEvent event) { }

    private final List<Entry> entries = new ArrayList<>();
    private long dropped;

    /** Adds an event. */
    public void add(long instructions, InputEvent event) {
        if (entries.size() < MOST) {
            entries.add(new Entry(instructions, event));
        } else {
            dropped++;
        }
    }

    public List<Entry> entries() {
        return Collections.unmodifiableList(entries);
    }

    /** Events beyond {@link #MOST}. A log with any cannot be replayed to its end. */
    public long dropped() {
        return dropped;
    }
}
