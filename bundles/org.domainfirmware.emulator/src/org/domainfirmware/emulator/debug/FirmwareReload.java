package org.domainfirmware.emulator.debug;

import java.util.Arrays;
import org.domainfirmware.emulator.machine.Machine;

/** Puts new firmware images in the place of those a machine was built with, and resets it. */
final class FirmwareReload {
    private FirmwareReload() {
    }

    /**
     * Reloads.
     *
     * @param rombios new system ROM of the size of the present one, or null
     * @param vgabios new VGA ROM not larger than the pages of the present one, or null
     */
    static void reload(Machine machine, byte[] rombios, byte[] vgabios) {
        if (rombios != null && rombios.length != machine.config().rombios().length) {
            throw new DebugException("the new system ROM has " + rombios.length + " bytes, the one in the machine "
                    + machine.config().rombios().length + "; launch again to change its size");
        }
        int vgaRoom = machine.config().vgabios().length + 0xFFF & ~0xFFF;
        if (vgabios != null && vgabios.length > vgaRoom) {
            throw new DebugException("the new VGA ROM has " + vgabios.length + " bytes, there is room for " + vgaRoom
                    + "; launch again to change its size");
        }
        machine.replaceFirmware(rombios, vgabios == null ? null : padded(vgabios, vgaRoom));
    }

    private static byte[] padded(byte[] image, int length) {
        byte[] copy = Arrays.copyOf(image, length);
        Arrays.fill(copy, image.length, length, (byte) 0xFF);
        return copy;
    }
}
