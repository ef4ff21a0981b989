package org.domainfirmware.emulator.device.vga;

/**
 * Display memory exactly as the IBM VGA manual words it: four maps of bytes, one bit after the
 * other, registers looked at in each access. Slow and plain on purpose: the oracle of the device.
 */
final class ManualPlanes {
    final int[][] maps = new int[4][0x10000];
    final int[] latches = new int[4];
    final int[] sequencer = new int[5];
    final int[] graphics = new int[9];
    int miscellaneousOutput;

    private int start() {
        return switch (graphics[6] >> 2 & 3) {
            case 0, 1 -> 0xA0000;
            case 2 -> 0xB0000;
            default -> 0xB8000;
        };
    }

    private int length() {
        return switch (graphics[6] >> 2 & 3) {
            case 0 -> 0x20000;
            case 1 -> 0x10000;
            default -> 0x8000;
        };
    }

    private boolean answers(int address) {
        return (miscellaneousOutput & 2) != 0 && address >= start() && address < start() + length();
    }

    private boolean chain4() {
        return (sequencer[4] & 8) != 0;
    }

    /** Offset into the maps. */
    private int offset(int address) {
        int a = address - start();
        if (chain4()) {
            // The counterpart of the CRTC's doubleword wiring: MA12 and MA13 are address bits 0 and 1.
            return a & 0xFFFC | a >> 14 & 3;
        }
        if ((graphics[6] & 2) != 0) {
            int high = length() == 0x20000 ? a >> 16 & 1 : (miscellaneousOutput & 0x20) != 0 ? 0 : 1;
            return a & 0xFFFE | high;
        }
        return a & 0xFFFF;
    }

    private boolean mapWritable(int map, int address) {
        if ((sequencer[2] >> map & 1) == 0) {
            return false;
        }
        if (chain4()) {
            return map == (address & 3);
        }
        boolean oddEven = (sequencer[4] & 4) == 0;
        return !oddEven || (map & 1) == (address & 1);
    }

    int read(int address) {
        if (!answers(address)) {
            return 0xFF;
        }
        int offset = offset(address);
        for (int map = 0; map < 4; map++) {
            latches[map] = maps[map][offset];
        }
        if ((graphics[5] & 8) != 0) {
            return colorCompare();
        }
        int map = graphics[4] & 3;
        if (chain4()) {
            map = address & 3;
        } else if ((graphics[5] & 0x10) != 0) {
            map = map & 2 | address & 1;
        }
        return latches[map];
    }

    private int colorCompare() {
        int result = 0;
        for (int bit = 0; bit < 8; bit++) {
            boolean equal = true;
            for (int map = 0; map < 4; map++) {
                boolean matters = (graphics[7] >> map & 1) != 0;
                equal &= !matters || (latches[map] >> bit & 1) == (graphics[2] >> map & 1);
            }
            result |= equal ? 1 << bit : 0;
        }
        return result;
    }

    void write(int address, int value) {
        if (!answers(address)) {
            return;
        }
        int offset = offset(address);
        int rotated = value & 0xFF;
        for (int i = 0; i < (graphics[3] & 7); i++) {
            rotated = rotated >> 1 | (rotated & 1) << 7;
        }
        for (int map = 0; map < 4; map++) {
            if (mapWritable(map, address)) {
                int result = 0;
                for (int bit = 0; bit < 8; bit++) {
                    result |= writtenBit(map, bit, value, rotated) << bit;
                }
                maps[map][offset] = result;
            }
        }
    }

    private int writtenBit(int map, int bit, int value, int rotated) {
        int latch = latches[map] >> bit & 1;
        int setReset = graphics[0] >> map & 1;
        int masked = graphics[8] >> bit & 1;
        switch (graphics[5] & 3) {
            case 1:
                return latch;
            case 2:
                return masked != 0 ? function(value >> map & 1, latch) : latch;
            case 3:
                return (masked & rotated >> bit) != 0 ? function(setReset, latch) : latch;
            default:
                int data = (graphics[1] >> map & 1) != 0 ? setReset : rotated >> bit & 1;
                return masked != 0 ? function(data, latch) : latch;
        }
    }

    private int function(int data, int latch) {
        return switch (graphics[3] >> 3) {
            case 0 -> data;
            case 1 -> data & latch;
            case 2 -> data | latch;
            default -> data ^ latch;
        };
    }
}
