package org.domainfirmware.emulator.device.apic;

/** Messages between I/O APIC and local APICs; delivery modes as the redirection table and ICR encode them. */
public interface ApicBus {
    int FIXED = 0;
    int LOWEST_PRIORITY = 1;
    int SMI = 2;
    int NMI = 4;
    int INIT = 5;
    int STARTUP = 6;
    int EXT_INT = 7;

    /**
     * Sends a message.
     *
     * @param destination physical identification (FFh: all), or logical destination
     * @param mode one of the delivery modes
     * @param level level triggered: the local APIC broadcasts its EOI
     * @return true when a local APIC took it
     */
    boolean send(int destination, boolean logical, int mode, int vector, boolean level);
}
