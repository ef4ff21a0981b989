package org.domainfirmware.emulator.machine;

import org.domainfirmware.emulator.device.apic.ProcessorPins;

/** What devices ask of the machine as a whole. */
interface MachineSignals extends ProcessorPins {
    /** Reset of the whole board. */
    void hardReset();

    /** Reset pulse to the processor alone (8042, port 92h): INIT. */
    void processorReset();

    /** The A20 gate's level. */
    void a20(boolean open);

    void powerOff();

    /** The debug-exit port was written. */
    void exit(int value);
}
