package org.domainfirmware.emulator.device.fdc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.domainfirmware.emulator.bus.DmaChannel;
import org.domainfirmware.emulator.bus.DmaDevice;
import org.domainfirmware.emulator.bus.PortBus;
import org.domainfirmware.emulator.device.disk.FloppyFormat;
import org.domainfirmware.emulator.device.disk.MemoryImage;
import org.domainfirmware.emulator.device.disk.OverlayMedium;
import org.domainfirmware.emulator.time.EventQueue;
import org.domainfirmware.emulator.time.VirtualClock;

/** A floppy controller on a bare port bus, driven as a BIOS drives it. */
final class FloppyBench {
    final VirtualClock clock = new VirtualClock(10);
    final EventQueue queue = new EventQueue(clock);
    final PortBus ports = new PortBus();
    final Dma dma = new Dma();
    final FloppyController fdc;
    boolean irq;

    FloppyBench(FloppyDriveType first, FloppyDriveType second) {
        fdc = new FloppyController(queue, ports, level -> irq = level, dma, first, second);
    }

    /** A started bench: a 1.44 MB drive with a medium whose bytes tell where they are, motor on, recalibrated. */
    static FloppyBench ready() {
        FloppyBench bench = new FloppyBench(FloppyDriveType.M1_44, FloppyDriveType.NONE);
        bench.fdc.drive(0).insert(pattern(FloppyFormat.M1_44));
        bench.start(0);
        return bench;
    }

    /** Sector n of the medium holds n in each of its 256 little-endian words. */
    static OverlayMedium pattern(FloppyFormat format) {
        byte[] image = new byte[(int) format.bytes()];
        for (int i = 0; i < image.length; i += 2) {
            image[i] = (byte) (i / 512);
            image[i + 1] = (byte) (i / 512 >> 8);
        }
        return new OverlayMedium(new MemoryImage("pattern", image), 512);
    }

    /** Reset, four sense interrupts, specify, rate, motor of unit 0, recalibrate. */
    void start(int rate) {
        out(0x3F2, 0x00);
        out(0x3F2, 0x1C);
        run(1_000_000);
        for (int i = 0; i < 4; i++) {
            command(0x08);
            result(2);
        }
        out(0x3F7, rate);
        command(0x03, 0xDF, 0x02);
        command(0x07, 0);
        run(100_000_000);
        command(0x08);
        result(2);
    }

    void run(long nanos) {
        long end = clock.nanos() + nanos;
        while (queue.nextDue() <= end) {
            clock.skipTo(queue.nextDue());
            queue.fireDue();
        }
        clock.skipTo(end);
    }

    int in(int port) {
        int peeked = ports.peek(port, 1);
        int value = ports.read(port, 1);
        assertEquals(peeked, value, "peek at " + Integer.toHexString(port));
        return value;
    }

    void out(int port, int value) {
        ports.write(port, 1, value);
    }

    void command(int... bytes) {
        for (int value : bytes) {
            assertEquals(0x80, in(0x3F4) & 0xC0, "MSR wants a command byte");
            out(0x3F5, value);
        }
    }

    int[] result(int count) {
        int[] bytes = new int[count];
        for (int i = 0; i < count; i++) {
            assertEquals(0xD0, in(0x3F4) & 0xF0, "MSR offers result byte " + i);
            bytes[i] = in(0x3F5);
        }
        assertEquals(0x80, in(0x3F4) & 0xF0, "MSR after the result");
        return bytes;
    }

    /** Runs a command with an execution phase and gives its seven result bytes. */
    int[] execute(int... bytes) {
        command(bytes);
        run(20_000_000);
        assertTrue(irq, "interrupt at the end of the command");
        int[] result = result(7);
        assertTrue(!irq, "reading the result clears the interrupt");
        return result;
    }

    void seek(int unit, int cylinder) {
        command(0x0F, unit, cylinder);
        run(100_000_000);
        command(0x08);
        int[] sense = result(2);
        assertEquals(0x20 | unit, sense[0]);
        assertEquals(cylinder, sense[1]);
    }

    /** Channel 2 with its own memory and count, as the BIOS programs it. */
    static final class Dma implements DmaChannel {
        byte[] memory = new byte[0x10000];
        int at;
        int left;
        boolean toMemory;
        boolean masked;
        private boolean terminal;
        private DmaDevice device;

        void program(int count, boolean deviceToMemory) {
            at = 0;
            left = count;
            toMemory = deviceToMemory;
            terminal = false;
        }

        int word(int index) {
            return memory[2 * index] & 0xFF | (memory[2 * index + 1] & 0xFF) << 8;
        }

        @Override
        public void connect(DmaDevice connected) {
            device = connected;
        }

        @Override
        public int request(int length) {
            terminal = false;
            if (masked || left == 0) {
                return 0;
            }
            int run = Math.min(length, left);
            boolean last = run == left;
            int moved = toMemory
                    ? device.toMemory(memory, at, run, last)
                    : device.fromMemory(memory, at, run, last);
            at += moved;
            left -= moved;
            terminal = left == 0;
            return moved;
        }

        @Override
        public boolean reachedTerminalCount() {
            return terminal;
        }
    }
}
