package org.domainfirmware.emulator.device.apic;

import org.domainfirmware.emulator.memory.MmioHandler;
import org.domainfirmware.emulator.memory.PhysicalMemory;

/** The page a relocatable device shows in physical memory; what it covered comes back when it leaves. */
final class ApicPage {
    private final PhysicalMemory memory;
    private final int handler;
    private boolean mapped;
    private int address;
    private int coveredRead;
    private int coveredWrite;

    ApicPage(PhysicalMemory memory, MmioHandler device) {
        this.memory = memory;
        handler = memory.addHandler(device);
    }

    /** Shows the page at a physical address, a multiple of 4096, or nowhere. */
    void show(int at, boolean visible) {
        if (mapped && (!visible || at != address)) {
            uncover();
        }
        if (visible && !mapped) {
            address = at;
            coveredRead = memory.readPage(at);
            coveredWrite = memory.writePage(at);
            memory.mapHandler(at, PhysicalMemory.PAGE_SIZE, handler);
            mapped = true;
        }
    }

    private void uncover() {
        mapped = false;
        if (coveredRead >= 0) {
            memory.mapRead(address, PhysicalMemory.PAGE_SIZE, coveredRead);
        } else {
            memory.mapHandlerRead(address, PhysicalMemory.PAGE_SIZE, -1 - coveredRead);
        }
        if (coveredWrite >= 0) {
            memory.mapWrite(address, PhysicalMemory.PAGE_SIZE, coveredWrite);
        } else {
            memory.mapHandlerWrite(address, PhysicalMemory.PAGE_SIZE, -1 - coveredWrite);
        }
    }
}
