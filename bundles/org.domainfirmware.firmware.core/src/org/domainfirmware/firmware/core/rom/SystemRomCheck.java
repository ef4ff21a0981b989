package org.domainfirmware.firmware.core.rom;

import java.util.ArrayList;
import java.util.List;

/** A system BIOS: it ends at the first megabyte, where the processor starts 16 bytes below its end (Intel SDM volume 3, 9.1.4). */
final class SystemRomCheck {
    private static final int BLOCK = 0x10000;
    private static final int RESET_FROM_END = 16;
    private static final int FAR_JUMP = 0xEA;
    private static final int NEAR_JUMP = 0xE9;
    private static final int SHORT_JUMP = 0xEB;

    private SystemRomCheck() {
    }

    static List<String> check(byte[] image) {
        List<String> wrong = new ArrayList<>();
        if (image.length == 0 || image.length % BLOCK != 0) {
            wrong.add("A system BIOS has a multiple of 65536 bytes, this image has " + image.length);
            return wrong;
        }
        int opcode = image[image.length - RESET_FROM_END] & 0xFF;
        if (opcode != FAR_JUMP && opcode != NEAR_JUMP && opcode != SHORT_JUMP) {
            wrong.add(String.format("There is no jump at the reset vector FFFF:0000 but %02Xh", opcode));
        }
        return wrong;
    }
}
