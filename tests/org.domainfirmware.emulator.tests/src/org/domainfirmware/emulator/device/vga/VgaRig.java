package org.domainfirmware.emulator.device.vga;

import org.domainfirmware.emulator.bus.PortBus;
import org.domainfirmware.emulator.memory.PhysicalMemory;
import org.domainfirmware.emulator.time.EventQueue;
import org.domainfirmware.emulator.time.VirtualClock;

/** A VGA on a bare bus, without a processor, and the accesses that a program would make. */
final class VgaRig {
    final PortBus ports = new PortBus();
    final PhysicalMemory memory = new PhysicalMemory(1 << 20, 0);
    final VirtualClock clock = new VirtualClock(10);
    final Vga vga = new Vga(ports, memory, new EventQueue(clock));

    static VgaRig inMode(StandardMode mode) {
        VgaRig rig = new VgaRig();
        rig.setMode(mode);
        return rig;
    }

    void out(int port, int value) {
        ports.write(port, 1, value);
    }

    int in(int port) {
        return ports.read(port, 1);
    }

    void sequencer(int index, int value) {
        ports.write(0x3C4, 2, value << 8 | index);
    }

    void graphics(int index, int value) {
        ports.write(0x3CE, 2, value << 8 | index);
    }

    void crtc(int index, int value) {
        ports.write(0x3D4, 2, value << 8 | index);
    }

    void attribute(int index, int value) {
        in(0x3DA);
        out(0x3C0, index);
        out(0x3C0, value);
        out(0x3C0, 0x20);
    }

    void dac(int index, int red, int green, int blue) {
        out(0x3C8, index);
        out(0x3C9, red);
        out(0x3C9, green);
        out(0x3C9, blue);
    }

    void dispi(int index, int value) {
        ports.write(0x1CE, 2, index);
        ports.write(0x1CF, 2, value);
    }

    int dispi(int index) {
        ports.write(0x1CE, 2, index);
        return ports.read(0x1CF, 2);
    }

    /** Programs the registers as the BIOS does; the DAC gets the 64 EGA colours. */
    void setMode(StandardMode mode) {
        out(0x3C2, mode.misc);
        for (int i = 0; i < mode.sequencer.length; i++) {
            sequencer(i + 1, mode.sequencer[i]);
        }
        crtc(0x11, 0);
        for (int i = 0; i < mode.crtc.length; i++) {
            crtc(i, mode.crtc[i]);
        }
        for (int i = 0; i < mode.graphics.length; i++) {
            graphics(i, mode.graphics[i]);
        }
        in(0x3DA);
        for (int i = 0; i < mode.attribute.length; i++) {
            out(0x3C0, i);
            out(0x3C0, mode.attribute[i]);
        }
        out(0x3C0, 0x20);
        for (int i = 0; i < 64; i++) {
            dac(i, ega(i, 2, 5), ega(i, 1, 4), ega(i, 0, 3));
        }
    }

    /** A component of EGA colour rgbRGB: the upper-case bit is two thirds of the swing. */
    private static int ega(int color, int strong, int weak) {
        return (color >> strong & 1) * 0x2A + (color >> weak & 1) * 0x15;
    }

    void text(int row, int column, String text, int attribute) {
        for (int i = 0; i < text.length(); i++) {
            memory.write(0xB8000 + (row * 80 + column + i) * 2, 2, attribute << 8 | text.charAt(i));
        }
    }

    void advance(long nanos) {
        clock.retireTo(clock.instructions() + nanos / clock.periodNanos());
    }
}
