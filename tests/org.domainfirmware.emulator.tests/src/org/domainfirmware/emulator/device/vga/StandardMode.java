package org.domainfirmware.emulator.device.vga;

/** Register values of the BIOS modes, from the parameter tables of the IBM VGA BIOS. */
enum StandardMode {
    TEXT_3(0x67, "00 03 00 02",
            "5F 4F 50 82 55 81 BF 1F 00 4F 0D 0E 00 00 00 00 9C 8E 8F 28 1F 96 B9 A3 FF",
            "00 00 00 00 00 10 0E 00 FF",
            "00 01 02 03 04 05 14 07 38 39 3A 3B 3C 3D 3E 3F 0C 00 0F 08 00"),
    CGA_4(0x63, "09 03 00 02",
            "2D 27 28 90 2B 80 BF 1F 00 C1 00 00 00 00 00 00 9C 8E 8F 14 00 96 B9 A2 FF",
            "00 00 00 00 00 30 0F 00 FF",
            "00 13 15 17 02 04 06 07 10 11 12 13 14 15 16 17 01 00 03 00 00"),
    CGA_6(0x63, "01 01 00 06",
            "5F 4F 50 82 54 80 BF 1F 00 C1 00 00 00 00 00 00 9C 8E 8F 28 00 96 B9 C2 FF",
            "00 00 00 00 00 00 0D 00 FF",
            "00 17 17 17 17 17 17 17 17 17 17 17 17 17 17 17 01 00 01 00 00"),
    EGA_D(0x63, "09 0F 00 06",
            "2D 27 28 90 2B 80 BF 1F 00 C0 00 00 00 00 00 00 9C 8E 8F 14 00 96 B9 E3 FF",
            "00 00 00 00 00 00 05 0F FF",
            "00 01 02 03 04 05 06 07 10 11 12 13 14 15 16 17 01 00 0F 00 00"),
    VGA_12(0xE3, "01 0F 00 06",
            "5F 4F 50 82 54 80 0B 3E 00 40 00 00 00 00 00 00 EA 8C DF 28 00 E7 04 E3 FF",
            "00 00 00 00 00 00 05 0F FF",
            "00 01 02 03 04 05 14 07 38 39 3A 3B 3C 3D 3E 3F 01 00 0F 00 00"),
    VGA_13(0x63, "01 0F 00 0E",
            "5F 4F 50 82 54 80 BF 1F 00 41 00 00 00 00 00 00 9C 8E 8F 28 40 96 B9 A3 FF",
            "00 00 00 00 00 40 05 0F FF",
            "00 01 02 03 04 05 06 07 08 09 0A 0B 0C 0D 0E 0F 41 00 0F 00 00");

    final int misc;
    final int[] sequencer;
    final int[] crtc;
    final int[] graphics;
    final int[] attribute;

    StandardMode(int misc, String sequencer, String crtc, String graphics, String attribute) {
        this.misc = misc;
        this.sequencer = bytes(sequencer);
        this.crtc = bytes(crtc);
        this.graphics = bytes(graphics);
        this.attribute = bytes(attribute);
    }

    private static int[] bytes(String hex) {
        return java.util.Arrays.stream(hex.split(" ")).mapToInt(s -> Integer.parseInt(s, 16)).toArray();
    }
}
