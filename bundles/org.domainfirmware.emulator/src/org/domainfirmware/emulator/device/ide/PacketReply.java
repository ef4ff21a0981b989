package org.domainfirmware.emulator.device.ide;

import java.util.Arrays;

/** Data that a packet command returns, big-endian, built in the drive's buffer. */
final class PacketReply {
    private final byte[] data;
    private int length;

    PacketReply(byte[] buffer) {
        data = buffer;
    }

    /** Starts over with that many zero bytes. */
    PacketReply zeros(int count) {
        Arrays.fill(data, 0, count, (byte) 0);
        length = count;
        return this;
    }

    PacketReply u8(int at, int value) {
        data[at] = (byte) value;
        return this;
    }

    PacketReply u16(int at, int value) {
        return u8(at, value >> 8).u8(at + 1, value);
    }

    PacketReply u32(int at, long value) {
        return u16(at, (int) (value >> 16)).u16(at + 2, (int) value);
    }

    /** ASCII, padded by spaces. */
    PacketReply text(int at, int count, String text) {
        for (int i = 0; i < count; i++) {
            u8(at + i, i < text.length() ? text.charAt(i) : ' ');
        }
        return this;
    }

    /** Adds zero bytes and gives where they begin. */
    int grow(int count) {
        int at = length;
        Arrays.fill(data, at, at + count, (byte) 0);
        length += count;
        return at;
    }

    int length() {
        return length;
    }
}
