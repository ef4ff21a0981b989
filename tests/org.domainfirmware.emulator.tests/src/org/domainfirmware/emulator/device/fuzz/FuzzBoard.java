package org.domainfirmware.emulator.device.fuzz;

import org.domainfirmware.emulator.bus.IrqLine;
import org.domainfirmware.emulator.bus.PortBus;
import org.domainfirmware.emulator.memory.PhysicalMemory;
import org.domainfirmware.emulator.time.EventQueue;
import org.domainfirmware.emulator.time.VirtualClock;

/** What a device under fuzz is plugged into: ports, 1 MiB of memory, time. */
public final class FuzzBoard {
    private static final int RAM = 1 << 20;
    /** Events fired in one step; a fast timer over a long step would otherwise take for ever. */
    private static final int EVENTS_A_STEP = 200;

    public final PortBus ports = new PortBus();
    public final VirtualClock clock = new VirtualClock(10);
    public final EventQueue queue = new EventQueue(clock);
    public final PhysicalMemory memory = new PhysicalMemory(RAM, 1 << 20);
    /** For interrupt outputs nobody looks at. */
    public final IrqLine irq = IrqLine.UNCONNECTED;

    public FuzzBoard() {
        memory.mapRead(0, RAM, 0);
        memory.mapWrite(0, RAM, 0);
    }

    /** Advances time, firing what comes due, at most {@value #EVENTS_A_STEP} events. */
    void advance(long nanos) {
        long end = clock.nanos() + nanos;
        int left = EVENTS_A_STEP;
        while (queue.nextDue() <= end && left-- > 0) {
            clock.skipTo(queue.nextDue());
            queue.fireDue();
        }
        if (queue.nextDue() > end) {
            clock.skipTo(end);
        }
    }
}
