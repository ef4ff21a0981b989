package org.domainfirmware.emulator.device.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import org.domainfirmware.emulator.device.Device;
import org.domainfirmware.emulator.snapshot.CorruptSnapshot;
import org.domainfirmware.emulator.snapshot.StateReader;
import org.domainfirmware.emulator.snapshot.StateWriter;

/** A device's state as bytes, for comparing and for giving back. */
final class Lump {
    private Lump() {
    }

    static byte[] of(Device device) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        device.writeState(new StateWriter() {
            @Override
            public void writeInt(int value) {
                bytes.writeBytes(ByteBuffer.allocate(4).putInt(value).array());
            }

            @Override
            public void writeLong(long value) {
                bytes.writeBytes(ByteBuffer.allocate(8).putLong(value).array());
            }

            @Override
            public void writeBytes(byte[] data, int offset, int length) {
                bytes.write(data, offset, length);
            }
        });
        return bytes.toByteArray();
    }

    /** Gives a lump to a device; returns how many of its bytes were left over. */
    static int restore(Device device, byte[] lump) throws CorruptSnapshot {
        ByteBuffer bytes = ByteBuffer.wrap(lump);
        device.readState(new StateReader() {
            private void need(int count) throws CorruptSnapshot {
                if (bytes.remaining() < count) {
                    throw new CorruptSnapshot(device.name() + ": the lump ends too early");
                }
            }

            @Override
            public int readInt() throws CorruptSnapshot {
                need(4);
                return bytes.getInt();
            }

            @Override
            public long readLong() throws CorruptSnapshot {
                need(8);
                return bytes.getLong();
            }

            @Override
            public void readBytes(byte[] to, int offset, int length) throws CorruptSnapshot {
                need(length);
                bytes.get(to, offset, length);
            }
        });
        return bytes.remaining();
    }
}
