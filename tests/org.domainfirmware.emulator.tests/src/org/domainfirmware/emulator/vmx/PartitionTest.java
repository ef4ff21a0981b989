package org.domainfirmware.emulator.vmx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.domainfirmware.emulator.bus.PortBus;
import org.domainfirmware.emulator.cpu.Cpu;
import org.domainfirmware.emulator.cpu.state.CpuModel;
import org.domainfirmware.emulator.cpu.state.CpuState;
import org.domainfirmware.emulator.cpu.state.Reg;
import org.domainfirmware.emulator.exec.Executor;
import org.domainfirmware.emulator.memory.PhysicalMemory;
import org.domainfirmware.emulator.time.EventQueue;
import org.domainfirmware.emulator.time.VirtualClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The world switch and its contexts, from the interface's description: addresses and offsets are written out here. */
class PartitionTest {
    private static final int HEADER = 0xD0000;
    private static final int NEW = 0x8000;
    private static final int OLD = 0x8800;
    private static final int CODE = 0x5000;
    private static final int MONITOR_CODE = 0x6000;
    private static final int SEGMENTS = 40;
    private static final int IRQ_BASES = 168;
    private static final int FLAT_CODE = 0xC09B;
    private static final int FLAT_DATA = 0xC093;

    private final int[] bases = {0x08, 0x70};
    private PhysicalMemory memory;
    private Cpu cpu;
    private Executor executor;
    private Partition partition;
    private String stopped;

    @BeforeEach
    void guestInProtectedMode() {
        memory = new PhysicalMemory(0x200000, 0);
        memory.mapRead(0, 0x200000, 0);
        memory.mapWrite(0, 0x200000, 0);
        cpu = new Cpu(new CpuState(CpuModel.PPRO), memory, new PortBus(), new EventQueue(new VirtualClock(1)));
        executor = new Executor(cpu);
        cpu.reset();
        CpuState s = cpu.s;
        s.cr0 |= 1;
        s.cs.set(0x10, 0, -1, FLAT_CODE);
        for (int i : new int[] {Reg.ES, Reg.SS, Reg.DS, Reg.FS, Reg.GS}) {
            s.seg[i].set(0x18, 0, -1, FLAT_DATA);
        }
        s.gdtBase = 0x1234;
        s.gdtLimit = 0x37;
        s.idtBase = 0x5678;
        s.idtLimit = 0x7FF;
        s.eip = CODE;
        s.setEflags(2);
        for (int i = 0; i < 8; i++) {
            s.gpr[i] = 0x11111111 * (i + 1);
        }
        s.gpr[Reg.EAX] = 0x10;
        s.gpr[Reg.ESP] = 0x7000;
        cpu.modeChanged();
        memory.write(HEADER + 8, 4, 0x17101966);
        memory.write(HEADER + 12, 4, NEW);
        memory.write(HEADER + 16, 4, OLD);
        monitorContext();
        partition = new Partition(cpu, new VectorBases() {
            @Override
            public int get(int controller) {
                return bases[controller];
            }

            @Override
            public void set(int controller, int base) {
                bases[controller] = base;
            }
        }, executor::currentEip, why -> {
            stopped = why;
            executor.requestStop();
            cpu.leaveBlock();
        });
        partition.begin();
    }

    private void monitorContext() {
        int[] fields = {MONITOR_CODE, 0x9000, 2, 0x10, 0, 1, 0xFF, 0xAAA0, 0x2F, 0xBBB0};
        for (int i = 0; i < fields.length; i++) {
            memory.write(NEW + 4 * i, 4, fields[i]);
        }
        for (int i = 0; i < 8; i++) {
            segment(NEW, i, 0x10, -1, 0, FLAT_DATA);
        }
        segment(NEW, 0, 0x08, -1, 0, FLAT_CODE);
        segment(NEW, 6, 0x28, 0x67, 0xCCC0, 0x8B);
        segment(NEW, 7, 0, 0, 0, 0x10000);
    }

    private void segment(int context, int n, int selector, int limit, int base, int access) {
        int at = context + SEGMENTS + 16 * n;
        memory.write(at, 4, selector);
        memory.write(at + 4, 4, limit);
        memory.write(at + 8, 4, base);
        memory.write(at + 12, 4, access);
    }

    private void code(int at, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            memory.write(at + i, 1, bytes[i]);
        }
    }

    private void run(int instructions) {
        executor.run(cpu.clock.instructions() + instructions);
    }

    private int old(int offset) {
        return memory.peek(OLD + offset, 4);
    }

    /** MOV CR0, EAX with PE clear. */
    private void leaveProtectedMode() {
        code(CODE, 0x90, 0x0F, 0x22, 0xC0);
        run(2);
    }

    @Test
    void protectedModeAndNumericErrorStaySetAndTheGuestSeesItsShadow() {
        assertEquals(0x21, cpu.s.cr0 & 0x21);
        code(CODE, 0x0F, 0x20, 0xC1, 0x83, 0xC9, 0x02, 0x0F, 0x22, 0xC1, 0x0F, 0x20, 0xC3);
        run(4);
        assertEquals(0x11, cpu.s.gpr[Reg.ECX] & 0x31, "NE is the hypervisor's, the guest has not set it");
        assertEquals(0x13, cpu.s.gpr[Reg.EBX] & 0x33);
        assertEquals(0x23, cpu.s.cr0 & 0x23);
        assertFalse(partition.isMonitorActive());
    }

    @Test
    void clearingPeSavesTheGuestWhereItStands() {
        leaveProtectedMode();
        assertNull(stopped);
        assertTrue(partition.isMonitorActive());
        assertEquals(CODE + 1, old(0), "EIP stays at the writing instruction");
        assertEquals(0x7000, old(4));
        assertEquals(2, old(8));
        assertEquals(1, old(12) & 1, "CR0 as the guest saw it");
        assertArrayEquals(new int[] {0x7FF, 0x5678, 0x37, 0x1234}, new int[] {old(24), old(28), old(32), old(36)});
        assertArrayEquals(new int[] {0x10, -1, 0, FLAT_CODE}, new int[] {old(40), old(44), old(48), old(52)}, "cs");
        for (int n = 1; n < 6; n++) {
            int at = SEGMENTS + 16 * n;
            assertArrayEquals(new int[] {0x18, -1, 0, FLAT_DATA},
                    new int[] {old(at), old(at + 4), old(at + 8), old(at + 12)});
        }
    }

    @Test
    void theNewContextIsLoadedAndGeneralRegistersTravel() {
        leaveProtectedMode();
        CpuState s = cpu.s;
        assertEquals(MONITOR_CODE, s.eip);
        assertEquals(0x9000, s.gpr[Reg.ESP]);
        assertEquals(0x10, s.gpr[Reg.EAX]);
        assertEquals(0x22222222, s.gpr[Reg.ECX]);
        assertEquals(1, s.cr4);
        assertEquals(0xAAA0, s.idtBase);
        assertEquals(0xFF, s.idtLimit);
        assertEquals(0xBBB0, s.gdtBase);
        assertEquals(0x2F, s.gdtLimit);
        assertEquals(0x08, s.cs.selector);
        assertEquals(0x10, s.ss.selector);
        assertEquals(0xCCC0, s.tr.base);
        assertEquals(0x21, s.cr0 & 0x21);
        assertArrayEquals(new int[] {0x20, 0x28}, bases, "behind 32 exceptions");
    }

    private void returnToGuest() {
        code(MONITOR_CODE, 0x0F, 0x22, 0xC1);
        cpu.s.gpr[Reg.ECX] = 0x11;
        memory.write(OLD, 4, 0x5100);
        memory.write(OLD + 4, 4, 0x7100);
        segment(OLD, 6, 0x30, 0x67, 0x3000, 0x8B);
        run(1);
    }

    @Test
    void settingPeLoadsTheEditedOldContext() {
        leaveProtectedMode();
        segment(OLD, 4, 0x43, 0xFFFF, 0x12340, 0xF3);
        returnToGuest();
        assertNull(stopped);
        assertFalse(partition.isMonitorActive());
        assertEquals(0x5100, cpu.s.eip);
        assertEquals(0x7100, cpu.s.gpr[Reg.ESP]);
        assertEquals(0x12340, cpu.s.seg[Reg.FS].base);
        assertEquals(0xF3, cpu.s.seg[Reg.FS].access);
        assertArrayEquals(new int[] {0x08, 0x70}, bases, "the bases remembered");
        assertEquals(2, partition.switches());
    }

    @Test
    void vectorBasesGivenInRealModeAreTaken() {
        leaveProtectedMode();
        memory.write(OLD + IRQ_BASES, 1, 0x5B);
        returnToGuest();
        assertArrayEquals(new int[] {0x58, 0x70}, bases);
    }

    @Test
    void withoutTheMagicTheDomainStops() {
        memory.write(HEADER + 8, 4, 0x17101967);
        leaveProtectedMode();
        assertNotNull(stopped);
        assertTrue(stopped.contains("17101967"), stopped);
        assertFalse(partition.isMonitorActive());
    }

    @Test
    void aContextOfNoneStopsTheDomain() {
        memory.write(HEADER + 12, 4, 0);
        leaveProtectedMode();
        assertNotNull(stopped);
        assertTrue(stopped.contains("new context"), stopped);
    }

    @Test
    void theKnownBadGsLimitFailsEntryByName() {
        leaveProtectedMode();
        segment(OLD, 5, 0x18, 0x10FFEF, 0, 0x93);
        returnToGuest();
        assertNotNull(stopped);
        assertTrue(stopped.contains("GS"), stopped);
        assertTrue(stopped.contains("0010FFEF"), stopped);
    }

    @Test
    void everyCheckSaysPassOrFailWithValues() {
        assertFalse(partition.lastChecks().isEmpty());
        assertTrue(partition.lastChecks().stream().allMatch(c -> c.passes() && !c.values().isEmpty()));
    }
}
