package org.domainfirmware.emulator.device.vga;

import java.util.ArrayList;
import java.util.List;
import org.domainfirmware.emulator.bus.PortBus;
import org.domainfirmware.emulator.device.Device;
import org.domainfirmware.emulator.device.reg.Register;
import org.domainfirmware.emulator.device.vga.screen.Screen;
import org.domainfirmware.emulator.device.vga.window.LegacyWindow;
import org.domainfirmware.emulator.device.vga.window.LinearFrameBuffer;
import org.domainfirmware.emulator.device.vga.window.PlaneLogic;
import org.domainfirmware.emulator.memory.PhysicalMemory;
import org.domainfirmware.emulator.snapshot.CorruptSnapshot;
import org.domainfirmware.emulator.snapshot.StateReader;
import org.domainfirmware.emulator.snapshot.StateWriter;
import org.domainfirmware.emulator.time.EventQueue;

/**
 * A VGA with 16 MiB of memory and the DISPI interface. It has no events: retraces are computed from
 * guest time when the guest asks, pictures when the viewer does.
 */
public final class Vga implements Device {
    /** Where the linear frame buffer is until the PCI function puts it elsewhere. */
    public static final int DEFAULT_LINEAR_FRAME_BUFFER = 0xE0000000;
    /** {@link #linearFrameBuffer()} while it is not mapped. */
    public static final int NOT_MAPPED = 0;

    private final PhysicalMemory memory;
    private final PlaneLogic logic = new PlaneLogic();
    private final Vram vram = new Vram();
    private final LegacyWindow window = new LegacyWindow(logic, vram);
    private final LinearFrameBuffer frameBuffer = new LinearFrameBuffer(vram);
    private final int windowHandler;
    private final int frameBufferHandler;
    private final int registerWindowHandler;
    private final VgaParts parts;
    private final RasterTiming timing;
    private final Screen screen;
    private int frameBufferAddress = NOT_MAPPED;

    /** Registers its ports and maps its memory windows. */
    public Vga(PortBus ports, PhysicalMemory memory, EventQueue events) {
        this.memory = memory;
        Runnable pictureChanged = vram.changes()::registers;
        Runnable modeChanged = this::modeChanged;
        Dac dac = new Dac(pictureChanged);
        parts = new VgaParts(new GeneralRegisters(modeChanged),
                new Sequencer(logic, window::dataPathChanged, modeChanged), new Crtc(pictureChanged),
                new GraphicsController(logic, window::dataPathChanged, modeChanged),
                new AttributeController(pictureChanged), dac, new Dispi(vram, dac, modeChanged), vram);
        timing = new RasterTiming(events.clock(), parts.crtc(), parts.sequencer(), parts.general());
        screen = new Screen(parts, timing);
        VgaPorts vgaPorts = new VgaPorts(parts, timing);
        vgaPorts.register(ports);
        new DispiPorts(parts.dispi()).register(ports);
        windowHandler = memory.addHandler(window);
        frameBufferHandler = memory.addHandler(frameBuffer);
        registerWindowHandler = memory.addHandler(new RegisterWindow(vgaPorts, parts.dispi()));
        memory.mapHandler(LegacyWindow.BASE, LegacyWindow.LENGTH, windowHandler);
        reset();
    }

    /**
     * Maps all of display memory at a physical address, and takes it away from where it was.
     *
     * @param address a multiple of 16 MiB, or {@link #NOT_MAPPED}
     * @throws IllegalArgumentException for another address
     */
    public void mapLinearFrameBuffer(int address) {
        if ((address & Vram.SIZE - 1) != 0) {
            throw new IllegalArgumentException("linear frame buffer not at a multiple of 16 MiB: %08Xh".formatted(address));
        }
        if (address == frameBufferAddress) {
            return;
        }
        unmapFrameBuffer();
        frameBufferAddress = address;
        frameBuffer.base(address);
        if (address != NOT_MAPPED) {
            memory.mapHandler(address, Vram.SIZE, frameBufferHandler);
        }
    }

    /** Takes away the pages that are still ours: firmware may have put another device over the default place. */
    private void unmapFrameBuffer() {
        if (frameBufferAddress == NOT_MAPPED) {
            return;
        }
        int from = frameBufferAddress;
        int end = frameBufferAddress + Vram.SIZE;
        for (int at = from; at != end; at += PhysicalMemory.PAGE_SIZE) {
            if (memory.readPage(at) != -1 - frameBufferHandler) {
                memory.mapHandler(from, at - from, 0);
                from = at + PhysicalMemory.PAGE_SIZE;
            }
        }
        memory.mapHandler(from, end - from, 0);
    }

    /** Physical address of the linear frame buffer, or {@link #NOT_MAPPED}. */
    public int linearFrameBuffer() {
        return frameBufferAddress;
    }

    /** Number of the handler behind A0000h to BFFFFh, for a chipset that maps something else there for a time. */
    public int windowHandler() {
        return windowHandler;
    }

    /** Number of the handler that shows the registers in memory, for base address 2 of the PCI function. */
    int registerWindowHandler() {
        return registerWindowHandler;
    }

    /** What the monitor shows. */
    public Screen screen() {
        return screen;
    }

    /** Planes, fonts and palette for views. */
    public VgaInspector inspector() {
        return new VgaInspector(parts, timing);
    }

    /** Which path leads to display memory, decided anew. */
    private void modeChanged() {
        vram.changes().registers();
        Dispi dispi = parts.dispi();
        GraphicsController graphics = parts.graphics();
        logic.bank(dispi.bankPlaneOffset());
        if (!parts.general().memoryEnabled()) {
            window.close();
        } else if (dispi.packed()) {
            window.openBank(dispi.bankStart());
        } else {
            window.open(new LegacyWindow.Addressing(graphics.memoryMap(), graphics.writeMode(),
                    parts.sequencer().chain4(), parts.sequencer().oddEven(), graphics.hostOddEven(),
                    graphics.chainOddEven(), parts.general().oddEvenPage()));
        }
    }

    @Override
    public String name() {
        return "vga";
    }

    @Override
    public void reset() {
        parts.general().reset();
        parts.sequencer().reset();
        parts.crtc().reset();
        parts.graphics().reset();
        parts.attribute().reset();
        parts.dac().reset();
        parts.dispi().reset();
        mapLinearFrameBuffer(DEFAULT_LINEAR_FRAME_BUFFER);
        modeChanged();
    }

    @Override
    public List<Register> registers() {
        List<Register> all = new ArrayList<>();
        inspector().chips().values().forEach(all::addAll);
        return all;
    }

    @Override
    public void writeState(StateWriter to) {
        parts.general().writeState(to);
        parts.sequencer().writeState(to);
        parts.crtc().writeState(to);
        parts.graphics().writeState(to);
        parts.attribute().writeState(to);
        parts.dac().writeState(to);
        parts.dispi().writeState(to);
        to.writeInt(frameBufferAddress);
        vram.writeState(to);
    }

    @Override
    public void readState(StateReader from) throws CorruptSnapshot {
        parts.general().readState(from);
        parts.sequencer().readState(from);
        parts.crtc().readState(from);
        parts.graphics().readState(from);
        parts.attribute().readState(from);
        parts.dac().readState(from);
        parts.dispi().readState(from);
        int address = from.readInt();
        if ((address & Vram.SIZE - 1) != 0) {
            throw new CorruptSnapshot("vga: linear frame buffer at %08Xh".formatted(address));
        }
        mapLinearFrameBuffer(address);
        vram.readState(from);
        modeChanged();
    }
}
