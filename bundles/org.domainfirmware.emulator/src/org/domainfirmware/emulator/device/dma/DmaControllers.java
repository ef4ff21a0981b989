package org.domainfirmware.emulator.device.dma;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.domainfirmware.emulator.bus.DmaChannel;
import org.domainfirmware.emulator.bus.PortBus;
import org.domainfirmware.emulator.bus.PortHandler;
import org.domainfirmware.emulator.device.Device;
import org.domainfirmware.emulator.device.reg.Access;
import org.domainfirmware.emulator.device.reg.Register;
import org.domainfirmware.emulator.memory.PhysicalMemory;
import org.domainfirmware.emulator.snapshot.CorruptSnapshot;
import org.domainfirmware.emulator.snapshot.StateReader;
import org.domainfirmware.emulator.snapshot.StateWriter;

/** Both 8237A and the page registers of the PC/AT. */
public final class DmaControllers implements Device, PortHandler {
    private static final int CASCADE = 4;
    private static final int FIRST_PAGE = 0x80;
    /** Page register (port - 80h) of each channel; channel 4's is the refresh page. */
    private static final int[] PAGE_OF_CHANNEL = {0x7, 0x3, 0x1, 0x2, 0xF, 0xB, 0x9, 0xA};

    private final Dma8237 bytes = new Dma8237("DMA 1", 0x00, 1);
    private final Dma8237 words = new Dma8237("DMA 2", 0xC0, 2);
    private final int[] pages = new int[16];
    private final TransferChannel[] channels = new TransferChannel[8];
    private final List<Register> registers = new ArrayList<>();

    /** Takes ports 00h to 0Fh, 81h to 8Fh and C0h to DFh. Port 80h is left to the POST codes. */
    public DmaControllers(PortBus ports, PhysicalMemory memory) {
        ports.register(0x00, 16, 1, this);
        ports.register(0xC0, 32, 1, this);
        ports.register(FIRST_PAGE + 1, 15, 1, this);
        for (int i = 0; i < channels.length; i++) {
            int page = PAGE_OF_CHANNEL[i];
            // The first chip's hold request passes through channel 4 of the second.
            channels[i] = i < 4
                    ? new TransferChannel(memory, bytes, i, 0, () -> pages[page], () -> words.enabled(0))
                    : new TransferChannel(memory, words, i - 4, 1, () -> pages[page], () -> true);
        }
        bytes.addRegisters(registers, 0);
        words.addRegisters(registers, 4);
        for (int i = 1; i < pages.length; i++) {
            int at = i;
            registers.add(Register.of(pageName(i), String.format("%02Xh", FIRST_PAGE + i), 8, Access.READ_WRITE,
                    () -> pages[at]));
        }
    }

    private static String pageName(int at) {
        for (int channel = 0; channel < PAGE_OF_CHANNEL.length; channel++) {
            if (PAGE_OF_CHANNEL[channel] == at) {
                return "channel " + channel + " page";
            }
        }
        return String.format("page scratch %02Xh", FIRST_PAGE + at);
    }

    /**
     * A channel for a device to connect to.
     *
     * @param number 0 to 3 (bytes) or 5 to 7 (words)
     */
    public DmaChannel channel(int number) {
        if (number < 0 || number > 7 || number == CASCADE) {
            throw new IllegalArgumentException("DMA channel must be 0 to 3 or 5 to 7: " + number);
        }
        return channels[number];
    }

    @Override
    public int read(int port, int size) {
        if (port >= 0xC0) {
            return words.read(port - 0xC0 >> 1);
        }
        return port < 0x10 ? bytes.read(port) : pages[port & 15];
    }

    @Override
    public int peek(int port, int size) {
        if (port >= 0xC0) {
            return words.peek(port - 0xC0 >> 1);
        }
        return port < 0x10 ? bytes.peek(port) : pages[port & 15];
    }

    @Override
    public void write(int port, int size, int value) {
        if (port >= 0xC0) {
            words.write(port - 0xC0 >> 1, value);
        } else if (port < 0x10) {
            bytes.write(port, value);
        } else {
            pages[port & 15] = value;
        }
    }

    @Override
    public void reset() {
        bytes.masterClear();
        words.masterClear();
        Arrays.fill(pages, 0);
        for (TransferChannel channel : channels) {
            channel.clearTerminalCount();
        }
    }

    @Override
    public List<Register> registers() {
        return List.copyOf(registers);
    }

    @Override
    public String name() {
        return "dma";
    }

    @Override
    public void writeState(StateWriter to) {
        bytes.writeState(to);
        words.writeState(to);
        to.writeInts(pages);
        for (TransferChannel channel : channels) {
            to.writeBoolean(channel.reachedTerminalCount());
        }
    }

    @Override
    public void readState(StateReader from) throws CorruptSnapshot {
        bytes.readState(from);
        words.readState(from);
        from.readInts(pages);
        for (int i = 0; i < pages.length; i++) {
            pages[i] &= 0xFF;
        }
        for (TransferChannel channel : channels) {
            channel.restoreTerminalCount(from.readBoolean());
        }
    }
}
