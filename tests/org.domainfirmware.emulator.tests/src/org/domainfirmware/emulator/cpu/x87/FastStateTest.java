package org.domainfirmware.emulator.cpu.x87;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

/** FXSAVE's image against table 3-43 of the SDM, volume 2. */
class FastStateTest {
    private static final int FLD1 = 0xE8;
    private static final int FLDPI = 0xEB;

    /** 512 bytes of memory. */
    private static final class Image implements FpuMemory {
        private final ByteBuffer bytes = ByteBuffer.allocate(512).order(ByteOrder.LITTLE_ENDIAN);

        @Override
        public int read16(int at) {
            return bytes.getShort(at) & 0xFFFF;
        }

        @Override
        public int read32(int at) {
            return bytes.getInt(at);
        }

        @Override
        public long read64(int at) {
            return bytes.getLong(at);
        }

        @Override
        public void write16(int at, int value) {
            bytes.putShort(at, (short) value);
        }

        @Override
        public void write32(int at, int value) {
            bytes.putInt(at, value);
        }

        @Override
        public void write64(int at, long value) {
            bytes.putLong(at, value);
        }

        @Override
        public void checkWrite(int length) {
            assertEquals(512, length);
        }

        @Override
        public int environmentFormat() {
            return 0;
        }
    }

    private static Fpu fpu() {
        Fpu fpu = new Fpu(true, new FpuHost() {
            @Override
            public int conditionFlags() {
                return 0;
            }

            @Override
            public void setConditionFlags(int flags) {
                throw new AssertionError("not used here");
            }

            @Override
            public void setAx(int value) {
                throw new AssertionError("not used here");
            }
        });
        fpu.execute(0xDB, 0xE3, null);
        return fpu;
    }

    @Test
    void imageIsLaidOutAsTheManualSays() {
        Fpu fpu = fpu();
        fpu.execute(0xD9, FLD1, null);
        fpu.execute(0xD9, FLDPI, null);
        Image image = new Image();
        fpu.fastSave(image);
        assertEquals(0x037F, image.read16(0));
        assertEquals(6 << 11, image.read16(2));
        assertEquals(0xC0, image.bytes.get(4) & 0xFF);
        assertEquals(0xC90FDAA22168C235L, image.read64(32));
        assertEquals(0x4000, image.read16(40));
        assertEquals(0x8000000000000000L, image.read64(48));
        assertEquals(0x3FFF, image.read16(56));
    }

    @Test
    void restoreGivesTheSameUnit() {
        Fpu fpu = fpu();
        fpu.execute(0xD9, FLDPI, null);
        fpu.execute(0xD9, FLD1, null);
        Image image = new Image();
        fpu.fastSave(image);
        Fpu other = fpu();
        other.fastRestore(image);
        assertEquals(fpu.tagWord(), other.tagWord());
        assertEquals(fpu.statusWord(), other.statusWord());
        for (int i = 0; i < 2; i++) {
            assertEquals(fpu.significand(i), other.significand(i));
            assertEquals(fpu.signExponent(i), other.signExponent(i));
        }
    }
}
