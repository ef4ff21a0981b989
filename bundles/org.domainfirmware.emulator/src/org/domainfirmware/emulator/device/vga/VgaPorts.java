package org.domainfirmware.emulator.device.vga;

import org.domainfirmware.emulator.bus.PortBus;
import org.domainfirmware.emulator.bus.PortHandler;

/** Ports 3B4h to 3DAh: which part answers where. Word accesses go to two ports, as on the ISA bus. */
final class VgaPorts implements PortHandler {
    private static final int STATUS_MONO = 0x3BA;
    private static final int SUBSYSTEM_ENABLE = 0x3C3;
    private static final int DAC_DATA = 0x3C9;
    private static final int STATUS_COLOR = 0x3DA;

    private final VgaParts parts;
    private final RasterTiming timing;

    VgaPorts(VgaParts parts, RasterTiming timing) {
        this.parts = parts;
        this.timing = timing;
    }

    void register(PortBus bus) {
        bus.register(0x3B4, 2, 2, this);
        bus.register(0x3BA, 1, 1, this);
        bus.register(0x3C0, 15, 2, this);
        bus.register(0x3CF, 1, 1, this);
        bus.register(0x3D4, 2, 2, this);
        bus.register(0x3DA, 1, 1, this);
    }

    @Override
    public int read(int port, int size) {
        if (size == 2) {
            int low = read(port, 1);
            return low | read(port + 1, 1) << 8;
        }
        int value = peek(port, 1);
        if (answers(port)) {
            if (port == DAC_DATA) {
                parts.dac().dataRead();
            } else if (port == STATUS_MONO || port == STATUS_COLOR) {
                parts.attribute().resetFlipFlop();
            }
        }
        return value;
    }

    /** The CRTC and status ports are at one of two places; a sleeping adapter only hears its enable port. */
    private boolean answers(int port) {
        if (!parts.general().subsystemEnabled()) {
            return port == SUBSYSTEM_ENABLE;
        }
        return switch (port >> 4) {
            case 0x3B -> !parts.general().colorAddresses();
            case 0x3D -> parts.general().colorAddresses();
            default -> true;
        };
    }

    @Override
    public int peek(int port, int size) {
        if (size == 2) {
            return peek(port, 1) | peek(port + 1, 1) << 8;
        }
        if (!answers(port)) {
            return 0xFF;
        }
        return switch (port) {
            case 0x3C0 -> parts.attribute().index();
            case 0x3C1 -> parts.attribute().data();
            case 0x3C2 -> parts.general().inputStatus0();
            case 0x3C3 -> parts.general().subsystemEnable();
            case 0x3C4 -> parts.sequencer().index();
            case 0x3C5 -> parts.sequencer().data();
            case 0x3C6 -> parts.dac().mask();
            case 0x3C7 -> parts.dac().state();
            case 0x3C8 -> parts.dac().writeIndex();
            case 0x3C9 -> parts.dac().peekData();
            case 0x3CA -> parts.general().featureControl();
            case 0x3CC -> parts.general().miscellaneousOutput();
            case 0x3CE -> parts.graphics().index();
            case 0x3CF -> parts.graphics().data();
            case 0x3B4, 0x3D4 -> parts.crtc().index();
            case 0x3B5, 0x3D5 -> parts.crtc().data();
            case 0x3BA, 0x3DA -> timing.statusBits();
            default -> 0xFF;
        };
    }

    @Override
    public void write(int port, int size, int value) {
        if (size == 2) {
            write(port, 1, value & 0xFF);
            write(port + 1, 1, value >> 8 & 0xFF);
            return;
        }
        if (!answers(port)) {
            return;
        }
        switch (port) {
            case 0x3C0 -> parts.attribute().write(value);
            case 0x3C2 -> parts.general().writeMiscellaneousOutput(value);
            case 0x3C3 -> parts.general().writeSubsystemEnable(value);
            case 0x3C4 -> parts.sequencer().writeIndex(value);
            case 0x3C5 -> parts.sequencer().writeData(value);
            case 0x3C6 -> parts.dac().writeMask(value);
            case 0x3C7 -> parts.dac().writeReadIndex(value);
            case 0x3C8 -> parts.dac().writeWriteIndex(value);
            case 0x3C9 -> parts.dac().writeData(value);
            case 0x3CE -> parts.graphics().writeIndex(value);
            case 0x3CF -> parts.graphics().writeData(value);
            case 0x3B4, 0x3D4 -> parts.crtc().writeIndex(value);
            case 0x3B5, 0x3D5 -> parts.crtc().writeData(value);
            case 0x3BA, 0x3DA -> parts.general().writeFeatureControl(value);
            default -> {
                // 3C1h, 3CAh to 3CDh: read-only or nothing.
            }
        }
    }
}
