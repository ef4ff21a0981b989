package org.domainfirmware.emulator.machine;

import org.domainfirmware.emulator.memory.PhysicalMemory;
import org.domainfirmware.emulator.snapshot.CorruptSnapshot;
import org.domainfirmware.emulator.snapshot.StateReader;
import org.domainfirmware.emulator.snapshot.StateWriter;
import org.domainfirmware.emulator.snapshot.Stateful;

/** The lump of RAM and ROM images. How they are mapped is the chipset's state. */
final class MemorySnapshot implements Stateful {
    private final PhysicalMemory memory;
    private final Runnable restored;

    /** @param restored run after a restore: decoded code is stale */
    MemorySnapshot(PhysicalMemory memory, Runnable restored) {
        this.memory = memory;
        this.restored = restored;
    }

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public void writeState(StateWriter to) {
        to.writeBytes(memory.store());
    }

    @Override
    public void readState(StateReader from) throws CorruptSnapshot {
        from.readBytes(memory.store());
        restored.run();
    }
}
