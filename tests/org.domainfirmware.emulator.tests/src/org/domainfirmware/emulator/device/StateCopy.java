package org.domainfirmware.emulator.device;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.domainfirmware.emulator.snapshot.CorruptSnapshot;
import org.domainfirmware.emulator.snapshot.StateReader;
import org.domainfirmware.emulator.snapshot.StateWriter;
import org.domainfirmware.emulator.snapshot.Stateful;

/** A component's state as bytes, for tests that compare states or move one to another component. */
public final class StateCopy {
    private StateCopy() {
    }

    public static byte[] of(Stateful component) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        component.writeState(new Writer(new DataOutputStream(bytes)));
        return bytes.toByteArray();
    }

    /** Restores and checks that everything was consumed. */
    public static void restore(Stateful component, byte[] state) throws CorruptSnapshot {
        ByteArrayInputStream bytes = new ByteArrayInputStream(state);
        component.readState(new Reader(new DataInputStream(bytes)));
        if (bytes.available() != 0) {
            throw new CorruptSnapshot(component.name() + ": " + bytes.available() + " bytes left over");
        }
    }

    private record Writer(DataOutputStream out) implements StateWriter {
        @Override
        public void writeInt(int value) {
            try {
                out.writeInt(value);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void writeLong(long value) {
            try {
                out.writeLong(value);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void writeBytes(byte[] data, int offset, int length) {
            try {
                out.write(data, offset, length);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private record Reader(DataInputStream in) implements StateReader {
        @Override
        public int readInt() throws CorruptSnapshot {
            try {
                return in.readInt();
            } catch (IOException e) {
                throw new CorruptSnapshot("ends too early");
            }
        }

        @Override
        public long readLong() throws CorruptSnapshot {
            try {
                return in.readLong();
            } catch (IOException e) {
                throw new CorruptSnapshot("ends too early");
            }
        }

        @Override
        public void readBytes(byte[] to, int offset, int length) throws CorruptSnapshot {
            try {
                in.readFully(to, offset, length);
            } catch (IOException e) {
                throw new CorruptSnapshot("ends too early");
            }
        }
    }
}
