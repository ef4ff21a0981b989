package org.domainfirmware.emulator.device.pci;

import org.domainfirmware.emulator.bus.PortBus;
import org.domainfirmware.emulator.bus.PortHandler;

/** Ports whose place the guest chooses. Where it moves away, what was there before answers again. */
public final class PortWindow implements BarTarget {
    private final PortBus ports;
    private final int widest;
    private final PortHandler handler;
    private final PortHandler[] displaced;
    private final int[] displacedWidest;

    /**
     * @param count number of ports
     * @param widest widest access the handler takes, bytes
     * @param handler gets absolute port numbers
     */
    public PortWindow(PortBus ports, int count, int widest, PortHandler handler) {
        this.ports = ports;
        this.widest = widest;
        this.handler = handler;
        displaced = new PortHandler[count];
        displacedWidest = new int[count];
    }

    @Override
    public void map(int base) {
        for (int i = 0; i < displaced.length && base + i < 0x10000; i++) {
            displaced[i] = ports.handler(base + i);
            displacedWidest[i] = ports.widest(base + i);
            ports.register(base + i, 1, widest, handler);
        }
    }

    @Override
    public void unmap(int base) {
        for (int i = 0; i < displaced.length && base + i < 0x10000; i++) {
            if (ports.handler(base + i) == handler) {
                ports.register(base + i, 1, displacedWidest[i], displaced[i]);
            }
        }
    }
}
