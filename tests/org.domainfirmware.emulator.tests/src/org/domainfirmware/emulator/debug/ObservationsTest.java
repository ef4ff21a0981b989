package org.domainfirmware.emulator.debug;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.domainfirmware.emulator.device.reg.Field;
import org.domainfirmware.emulator.device.vga.DisplayMode;
import org.domainfirmware.emulator.machine.TestRom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the debug port notes down or peeks at, of guests of a few instructions; their bytes are nasm's. */
class ObservationsTest {
    private static final int ROM = 0xF0000 + TestRom.START;
    private static final int DS = 3;
    private static final int FS = 4;

    private DebugPort port;

    @AfterEach
    void close() {
        if (port != null) {
            port.close();
        }
    }

    private void runTo(int offset, int... code) throws Exception {
        port = Machines.start("test", TestRom.machine(code));
        CountDownLatch there = new CountDownLatch(1);
        port.addListener(e -> {
            if (e instanceof DebugEvent.Stopped) {
                there.countDown();
            }
        });
        port.runTo(new Location.Linear(ROM + offset), 0).join();
        assertTrue(there.await(10, TimeUnit.SECONDS), "the guest does not come to " + offset);
    }

    @Test
    void anUnrealRegisterTellsWhereItGotItsLimit() throws Exception {
        // cs lgdt [1Bh]; mov eax,cr0; or al,1; mov cr0,eax; mov bx,8; 11h: mov fs,bx; and al,0FEh; mov cr0,eax;
        // 18h: mov fs,ax; 1Ah: hlt; 1Bh: limit 15, base F0121h; null descriptor; writable data, 4 GiB.
        runTo(0x1A, 0x2E, 0x0F, 0x01, 0x16, 0x1B, 0x01, 0x0F, 0x20, 0xC0, 0x0C, 0x01, 0x0F, 0x22, 0xC0, 0xBB, 0x08, 0x00,
                0x8E, 0xE3, 0x24, 0xFE, 0x0F, 0x22, 0xC0, 0x8E, 0xE0, 0xF4, 0x0F, 0x00, 0x21, 0x01, 0x0F, 0x00, 0x00, 0x00,
                0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0xFF, 0xFF, 0x00, 0x00, 0x00, 0x92, 0xCF, 0x00);
        RegistersView r = port.registers().join();
        assertEquals(0xFFFFFFFF, r.segment(FS).limit());
        assertEquals(ROM + 0x11, r.segment(FS).loadedAt());
        assertEquals(-1, r.segment(DS).loadedAt());
        port.reset().join();
        assertEquals(-1, port.registers().join().segment(FS).loadedAt());
    }

    @Test
    void answersOfTheOlderMemoryServicesAreKept() throws Exception {
        // mov sp,1000h; vectors 12h and 15h to 23h and 27h; int 12h; mov ax,0E801h; int 15h; mov ah,88h; int 15h; 22h: hlt
        // 23h: mov ax,639; iret. 27h: cmp ax,0E801h; jne 37h; mov ax,3C00h; mov bx,300h; mov cx,ax; mov dx,bx; iret
        // 37h: mov ah,86h; stc; retf 2
        runTo(0x22, 0xBC, 0x00, 0x10, 0xC7, 0x06, 0x48, 0x00, 0x23, 0x01, 0x8C, 0x0E, 0x4A, 0x00, 0xC7, 0x06, 0x54, 0x00, 0x27,
                0x01, 0x8C, 0x0E, 0x56, 0x00, 0xCD, 0x12, 0xB8, 0x01, 0xE8, 0xCD, 0x15, 0xB4, 0x88, 0xCD, 0x15, 0xF4, 0xB8,
                0x7F, 0x02, 0xCF, 0x3D, 0x01, 0xE8, 0x75, 0x0B, 0xB8, 0x00, 0x3C, 0xBB, 0x00, 0x03, 0x89, 0xC1, 0x89, 0xDA,
                0xCF, 0xB4, 0x86, 0xF9, 0xCA, 0x02, 0x00);
        List<E820View.SizeCall> calls = port.e820().join().sizes();
        assertEquals(List.of(E820View.Service.INT_12, E820View.Service.INT_15_88, E820View.Service.INT_15_E801),
                calls.stream().map(E820View.SizeCall::service).toList());
        assertEquals(639, calls.get(0).eax() & 0xFFFF);
        assertEquals(ROM + 0x19, calls.get(0).caller());
        assertEquals(List.of(false, true, false), calls.stream().map(E820View.SizeCall::failed).toList());
        assertEquals(0x3C00, calls.get(2).eax() & 0xFFFF);
        assertEquals(0x300, calls.get(2).edx() & 0xFFFF);
    }

    @Test
    void theAdapterIsSeenByItsChips() throws Exception {
        // DAC entry 5 = 3Fh, 0, 2Ah; Map Mask = 3; Graphics Controller Miscellaneous = 5; hlt
        runTo(0x1E, 0xBA, 0xC8, 0x03, 0xB0, 0x05, 0xEE, 0x42, 0xB0, 0x3F, 0xEE, 0xB0, 0x00, 0xEE, 0xB0, 0x2A, 0xEE, 0xBA, 0xC4,
                0x03, 0xB8, 0x02, 0x03, 0xEF, 0xBA, 0xCE, 0x03, 0xB8, 0x06, 0x05, 0xEF, 0xF4);
        VideoView v = port.video().join();
        assertEquals(List.of("General", "Sequencer", "CRT Controller", "Graphics Controller", "Attribute Controller", "Video DAC",
                "DISPI"), v.chips().stream().map(DeviceView::name).toList());
        // Six bits drive the whole swing (IBM VGA manual, Video DAC): 3Fh is full, 2Ah is 42 of 63.
        assertEquals(0xFF00AA, v.dac().get(5));
        assertEquals(6, v.dacBits());
        assertEquals(3, register(v, 1, "Map Mask").value());
        DeviceView.RegisterValue miscellaneous = register(v, 3, "Miscellaneous");
        Field map = miscellaneous.fields().stream().filter(f -> f.name().equals("memory map")).findFirst().orElseThrow();
        assertEquals("A0000h 64K", map.values().get(map.in(miscellaneous.value())));
        assertEquals(DisplayMode.Kind.PLANES, v.mode().kind());
        // The last four bytes are there, what follows is not.
        assertEquals(4, port.readMemory(AddressSpace.VGA_MEMORY, (16 << 20) - 4, 8).join().valid().cardinality());
    }

    private static DeviceView.RegisterValue register(VideoView v, int chip, String name) {
        return v.chips().get(chip).registers().stream().filter(r -> r.name().equals(name)).findFirst().orElseThrow();
    }
}
