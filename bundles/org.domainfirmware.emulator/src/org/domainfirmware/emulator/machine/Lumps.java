package org.domainfirmware.emulator.machine;

import java.util.ArrayList;
import java.util.List;
import org.domainfirmware.emulator.cpu.Cpu;
import org.domainfirmware.emulator.device.Device;
import org.domainfirmware.emulator.memory.PhysicalMemory;
import org.domainfirmware.emulator.snapshot.Stateful;

/** The components of a machine that have state, in the order of a snapshot. */
final class Lumps {
    private Lumps() {
    }

    /** The chipset's devices come before memory, because they map it. */
    static List<Stateful> of(Cpu cpu, PhysicalMemory memory, List<Device> devices, Runnable restored) {
        List<Stateful> all = new ArrayList<>(devices);
        all.add(new MemorySnapshot(memory, restored));
        all.add(new CpuSnapshot(cpu));
        return List.copyOf(all);
    }

    /** The same and one more, at the end. */
    static List<Stateful> with(List<Stateful> lumps, Stateful more) {
        List<Stateful> all = new ArrayList<>(lumps);
        all.add(more);
        return List.copyOf(all);
    }
}
