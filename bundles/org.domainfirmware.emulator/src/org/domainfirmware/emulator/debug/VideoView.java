package org.domainfirmware.emulator.debug;

import java.util.List;
import org.domainfirmware.emulator.device.vga.CharacterMaps;
import org.domainfirmware.emulator.device.vga.DisplayMode;

/**
 * The display adapter behind its picture, peeked. Display memory itself is read as {@link AddressSpace#VGA_MEMORY} and
 * {@link AddressSpace#VGA_PLANE}.
 *
 * @param chips the sub-chips with their registers
 * @param dac the 256 entries of the DAC, 0xRRGGBB, as they reach the monitor
 * @param dacBits of a component as the guest writes it: 6 or 8
 * @param attributes for each of the 16 attribute colours the DAC entry it selects
 */
public record VideoView(List<DeviceView> chips, DisplayMode mode, CharacterMaps characterMaps, List<Integer> dac, int dacBits,
        List<Integer> attributes) {
    public VideoView {
        chips = List.copyOf(chips);
        dac = List.copyOf(dac);
        attributes = List.copyOf(attributes);
    }
}
