package org.domainfirmware.emulator.loader;

/** Little-endian numbers in a file image; what lies beyond its end is 0, checked by who cares. */
record Bytes(byte[] data) {
    int u8(int at) {
        return at >= 0 && at < data.length ? data[at] & 0xFF : 0;
    }

    int u16(int at) {
        return u8(at) | u8(at + 1) << 8;
    }

    int i32(int at) {
        return u16(at) | u16(at + 2) << 16;
    }

    int length() {
        return data.length;
    }
}
