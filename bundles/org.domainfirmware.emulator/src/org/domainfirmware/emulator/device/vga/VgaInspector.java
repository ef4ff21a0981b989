package org.domainfirmware.emulator.device.vga;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.domainfirmware.emulator.device.reg.Register;

/** Looks at the adapter's memory and colours without disturbing it: what debugger views show. */
public final class VgaInspector {
    /** Bytes of a character map: 256 characters of 32 rows. */
    public static final int FONT_BYTES = 8192;
    /** Bytes of a plane in the legacy modes. */
    public static final int PLANE_BYTES = 0x10000;

    private final VgaParts parts;
    private final RasterTiming timing;

    VgaInspector(VgaParts parts, RasterTiming timing) {
        this.parts = parts;
        this.timing = timing;
    }

    /** The registers of each sub-chip, by the manual's name of the chip. */
    public Map<String, List<Register>> chips() {
        Map<String, List<Register>> chips = new LinkedHashMap<>();
        chips.put("General", parts.general().registers(timing::statusBits));
        chips.put("Sequencer", parts.sequencer().registers());
        chips.put("CRT Controller", parts.crtc().registers());
        chips.put("Graphics Controller", parts.graphics().registers());
        chips.put("Attribute Controller", parts.attribute().registers());
        chips.put("Video DAC", parts.dac().registers());
        chips.put("DISPI", parts.dispi().registers());
        return chips;
    }

    /** How memory is shown now. */
    public DisplayMode mode() {
        return DisplayMode.of(parts);
    }

    /** Where the fonts are now. */
    public CharacterMaps characterMaps() {
        return CharacterMaps.of(parts);
    }

    /** Bits of a colour's component that the guest can write: 6 or 8. */
    public int dacBits() {
        return parts.dac().bits();
    }

    /**
     * Bytes of one plane.
     *
     * @param plane 0 to 3
     * @param offset first byte, 0 to 4 Mi - 1
     * @throws IllegalArgumentException when that is outside the plane
     */
    public byte[] plane(int plane, int offset, int length) {
        if (plane < 0 || plane > 3 || offset < 0 || length < 0 || offset > Vram.PLANE_OFFSETS - length) {
            throw new IllegalArgumentException("no %d bytes at %Xh of plane %d".formatted(length, offset, plane));
        }
        byte[] out = new byte[length];
        byte[] all = parts.vram().bytes();
        for (int i = 0; i < length; i++) {
            out[i] = all[(offset + i) * 4 + plane];
        }
        return out;
    }

    /** Bytes of display memory in order, as the linear frame buffer has them. */
    public byte[] linear(int offset, int length) {
        if (offset < 0 || length < 0 || offset > Vram.SIZE - length) {
            throw new IllegalArgumentException("no %d bytes at %Xh of display memory".formatted(length, offset));
        }
        return java.util.Arrays.copyOfRange(parts.vram().bytes(), offset, offset + length);
    }

    /** Character map 0 to 7: for each character 32 rows, most significant bit left. */
    public byte[] font(int map) {
        if (map < 0 || map > 7) {
            throw new IllegalArgumentException("character maps are 0 to 7: " + map);
        }
        return plane(2, Sequencer.mapOffset(map), FONT_BYTES);
    }

    /** The 256 entries of the DAC, 0xRRGGBB, without the PEL mask. */
    public int[] palette() {
        int[] out = new int[256];
        for (int i = 0; i < out.length; i++) {
            out[i] = parts.dac().entry(i);
        }
        return out;
    }

    /** DAC index of each of the 16 colours of text and planar modes. */
    public int[] attributePalette() {
        int[] out = new int[16];
        for (int i = 0; i < out.length; i++) {
            out[i] = parts.attribute().dacIndex(i);
        }
        return out;
    }
}
