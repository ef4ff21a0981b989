package org.domainfirmware.emulator.device.ide;

/** The 256 words of IDENTIFY data (ATA/ATAPI-6, clauses 8.15 and 8.16). */
final class IdentifyWords {
    private final int[] words = new int[256];

    IdentifyWords word(int index, int value) {
        words[index] = value & 0xFFFF;
        return this;
    }

    /** A number of two words, low word first. */
    IdentifyWords dword(int index, long value) {
        return word(index, (int) value).word(index + 1, (int) (value >> 16));
    }

    /** A string: the first character in the high byte of the first word, padded by spaces. */
    IdentifyWords text(int index, int count, String text) {
        for (int i = 0; i < count; i++) {
            word(index + i, charAt(text, 2 * i) << 8 | charAt(text, 2 * i + 1));
        }
        return this;
    }

    private static int charAt(String text, int index) {
        return index < text.length() ? text.charAt(index) & 0x7F : ' ';
    }

    /** Writes the words, the last one being signature A5h and a checksum that makes all bytes add up to 0. */
    void store(byte[] to) {
        int sum = 0xA5;
        for (int i = 0; i < 255; i++) {
            to[2 * i] = (byte) words[i];
            to[2 * i + 1] = (byte) (words[i] >> 8);
            sum += (words[i] & 0xFF) + (words[i] >> 8);
        }
        to[510] = (byte) 0xA5;
        to[511] = (byte) -sum;
    }
}
