package org.domainfirmware.emulator.robustness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.domainfirmware.emulator.debug.DebugEvent;
import org.domainfirmware.emulator.debug.DebugPort;
import org.domainfirmware.emulator.debug.Machines;
import org.domainfirmware.emulator.debug.StopReason;
import org.domainfirmware.emulator.machine.Machine;
import org.domainfirmware.emulator.machine.MachineConfig;
import org.domainfirmware.emulator.machine.RunEnd;
import org.domainfirmware.emulator.machine.TestRom;
import org.domainfirmware.emulator.time.EventQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Stop works within 250 ms of host time whatever the guest does, by the machine's own request and by the debug port. */
@Isolated("measures host time")
class StopTest {
    private static final long MOST_NANOS = 250_000_000;
    private static final long RUN_MILLIS = 60;

    /**
     * A guest that never ends by itself.
     *
     * @param at offset of the only instruction it can be found at, or -1 when there are several
     */
    record Guest(String name, MachineConfig config, int at) {
        Guest at(int offset) {
            return new Guest(name, config, offset);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Guest> guests() {
        return Stream.of(
                // cli; hlt
                guest("HLT with interrupts off", 0xFA, 0xF4),
                // cli; mov al,0FFh; out 21h,al; sti; hlt
                guest("HLT with interrupts on but masked", 0xFA, 0xB0, 0xFF, 0xE6, 0x21, 0xFB, 0xF4),
                // jmp $
                guest("jmp $", 0xEB, 0xFE).at(TestRom.START),
                // jmp $ as a 32-bit displacement
                guest("jmp $, near 32", 0x66, 0xE9, 0xFA, 0xFF, 0xFF, 0xFF).at(TestRom.START),
                repeated("REP STOSD over ROM", 0x66, 0x67, 0xF3, 0xAB),
                repeated("REP LODSB", 0x67, 0xF3, 0xAC),
                // cmpsb of a byte with itself; the count runs out before a difference is found
                repeated("REPE CMPSB", 0x67, 0xF3, 0xA6),
                // Ports have no segment limit to run into.
                repeated("REP OUTSB", 0x67, 0xF3, 0x6E),
                // cs lidt [0200h], a limit of 0; int 3: triple fault, reset, and so on for ever
                guest("triple faults that reset", 0x2E, 0x0F, 0x01, 0x1E, 0x00, 0x02, 0xCC),
                // mov al,0FEh; out 64h,al; jmp $: the keyboard controller pulses the processor's reset line
                guest("resets by the keyboard controller", 0xB0, 0xFE, 0xE6, 0x64, 0xEB, 0xFE),
                // xor ax,ax; mov ds,ax; mov word [18h],0110h; mov word [1Ah],0F000h; (F000:0110) ud2
                guest("a fault whose handler faults", 0x31, 0xC0, 0x8E, 0xD8, 0xC7, 0x06, 0x18, 0x00, 0x10, 0x01, 0xC7, 0x06,
                        0x1A, 0x00, 0x00, 0xF0, 0x0F, 0x0B),
                // mov ax,ss; mov ss,ax; jmp: a shadow before each jump
                guest("interrupt shadows in a loop", 0x8E, 0xD0, 0xEB, 0xFC),
                // pushf; pop ax; or ah,1; push ax; popf; jmp $: single steps into a handler of zeros
                guest("single step traps", 0xBC, 0x00, 0x70, 0x9C, 0x58, 0x80, 0xCC, 0x01, 0x50, 0x9D, 0xEB, 0xFE));
    }

    private static Guest guest(String name, int... code) {
        return new Guest(name, TestRom.machine(code), -1);
    }

    /** A string instruction with ECX = 4G - 1 in unreal mode: DS and ES with limits of 4 GiB, so that it runs through everything. */
    private static Guest repeated(String name, int... instruction) {
        int[] setUp = {
            // cs lgdt [0180h]; mov eax,cr0; or al,1; mov cr0,eax; mov bx,8; mov ds,bx; mov es,bx; and al,0FEh; mov cr0,eax
            0x2E, 0x0F, 0x01, 0x16, 0x80, 0x01, 0x0F, 0x20, 0xC0, 0x0C, 0x01, 0x0F, 0x22, 0xC0, 0xBB, 0x08, 0x00, 0x8E, 0xDB,
            0x8E, 0xC3, 0x24, 0xFE, 0x0F, 0x22, 0xC0,
            // mov dx,80h
            0xBA, 0x80, 0x00,
            // mov esi,0F0000h; mov edi,esi; mov ecx,0FFFFFFFFh
            0x66, 0xBE, 0x00, 0x00, 0x0F, 0x00, 0x66, 0x89, 0xF7, 0x66, 0xB9, 0xFF, 0xFF, 0xFF, 0xFF};
        int back = -(instruction.length + 2 + 6) & 0xFF;
        int[] gdt = {0x0F, 0x00, 0x86, 0x01, 0x0F, 0x00, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0, 0, 0, 0x93, 0xCF, 0};
        int[] code = new int[0x80 + gdt.length];
        System.arraycopy(setUp, 0, code, 0, setUp.length);
        System.arraycopy(instruction, 0, code, setUp.length, instruction.length);
        // jmp back to the load of ECX, so that it never ends
        code[setUp.length + instruction.length] = 0xEB;
        code[setUp.length + instruction.length + 1] = back;
        System.arraycopy(gdt, 0, code, 0x80, gdt.length);
        return guest(name + ", ECX = 4G - 1", code).at(TestRom.START + setUp.length);
    }

    @ParameterizedTest
    @MethodSource("guests")
    void machineStops(Guest guest) throws Exception {
        try (Machine machine = new Machine(guest.config())) {
            BlockingQueue<RunEnd> ends = new LinkedBlockingQueue<>();
            Thread runner = new Thread(() -> ends.add(machine.run(Long.MAX_VALUE, EventQueue.NEVER)), "runs " + guest);
            runner.setDaemon(true);
            runner.start();
            Thread.sleep(RUN_MILLIS);
            assertEquals(0, ends.size(), "it no longer runs");
            long asked = System.nanoTime();
            machine.requestStop();
            RunEnd end = ends.poll(10, TimeUnit.SECONDS);
            long took = System.nanoTime() - asked;
            assertEquals(RunEnd.STOP_REQUEST, end);
            assertTrue(took < MOST_NANOS, "it took " + took / 1_000_000 + " ms");
            runner.join(1000);
            if (guest.at() >= 0) {
                assertEquals(guest.at(), machine.cpu().s.eip, "where it stands");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("guests")
    void debugPortSuspends(Guest guest) throws Exception {
        BlockingQueue<StopReason> stops = new LinkedBlockingQueue<>();
        try (DebugPort port = Machines.start("stop", guest.config())) {
            port.addListener(e -> {
                if (e instanceof DebugEvent.Stopped s) {
                    stops.add(s.reason());
                }
            });
            port.resume();
            Thread.sleep(RUN_MILLIS);
            assertTrue(port.isRunning(), () -> "it stopped by itself: " + port.stopReason());
            long asked = System.nanoTime();
            port.suspend();
            StopReason reason = stops.poll(10, TimeUnit.SECONDS);
            long took = System.nanoTime() - asked;
            assertInstanceOf(StopReason.Suspended.class, reason);
            assertTrue(took < MOST_NANOS, "it took " + took / 1_000_000 + " ms");
        }
    }

    /** The guest's byte on the debug console makes the request; port 92h resets the processor before the block ends. */
    @Test
    void aRequestJustBeforeAResetIsKept() throws Exception {
        // out 0E9h,al; mov al,1; out 92h,al; jmp $
        try (Machine machine = new Machine(TestRom.machine(0xE6, 0xE9, 0xB0, 0x01, 0xE6, 0x92, 0xEB, 0xFE))) {
            machine.indicators().debugConsole().onByte(value -> machine.requestStop());
            assertEquals(RunEnd.STOP_REQUEST, machine.run(10_000, EventQueue.NEVER));
            assertTrue(machine.clock().instructions() < 100, "it ran on for " + machine.clock().instructions());
        }
    }
}
