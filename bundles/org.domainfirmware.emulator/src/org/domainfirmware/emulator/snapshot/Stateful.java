package org.domainfirmware.emulator.snapshot;

/** A component whose state belongs to the machine's: one named lump of a snapshot and of the hash. */
public interface Stateful {
    /** Name of the lump, unique in a machine, such as "pic" or "ide0". */
    String name();

    /** Writes everything that can influence the guest later. */
    void writeState(StateWriter to);

    /** Reads what {@link #writeState} wrote. */
    void readState(StateReader from) throws CorruptSnapshot;
}
