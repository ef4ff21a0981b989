package org.domainfirmware.emulator.cpu.sem;

import org.domainfirmware.emulator.cpu.Cpu;
import org.domainfirmware.emulator.cpu.state.Reg;

/**
 * Pushes and pops. The stack pointer moves only after its memory access went well, so a fault leaves
 * it alone. Source: SDM volume 1, 6.2.
 */
public final class Stack {
    private Stack() {
    }

    public static void push16(Cpu c, int value) {
        int mask = c.stackMask();
        int esp = c.s.gpr[Reg.ESP];
        int at = esp - 2 & mask;
        c.mem.write16(c.s.ss, at, value);
        c.s.gpr[Reg.ESP] = esp & ~mask | at;
    }

    public static void push32(Cpu c, int value) {
        int mask = c.stackMask();
        int esp = c.s.gpr[Reg.ESP];
        int at = esp - 4 & mask;
        c.mem.write32(c.s.ss, at, value);
        c.s.gpr[Reg.ESP] = esp & ~mask | at;
    }

    /** @param size 2 or 4 bytes */
    public static void push(Cpu c, int size, int value) {
        if (size == 2) {
            push16(c, value);
        } else {
            push32(c, value);
        }
    }

    public static int pop16(Cpu c) {
        int mask = c.stackMask();
        int esp = c.s.gpr[Reg.ESP];
        int value = c.mem.read16(c.s.ss, esp & mask);
        c.s.gpr[Reg.ESP] = esp & ~mask | esp + 2 & mask;
        return value;
    }

    public static int pop32(Cpu c) {
        int mask = c.stackMask();
        int esp = c.s.gpr[Reg.ESP];
        int value = c.mem.read32(c.s.ss, esp & mask);
        c.s.gpr[Reg.ESP] = esp & ~mask | esp + 4 & mask;
        return value;
    }

    /** @param size 2 or 4 bytes; the value comes zero extended */
    public static int pop(Cpu c, int size) {
        return size == 2 ? pop16(c) : pop32(c);
    }

    /** Reads the {@code index}-th item of {@code size} bytes from the top without moving the pointer. */
    public static int peek(Cpu c, int size, int index) {
        int at = c.s.gpr[Reg.ESP] + size * index & c.stackMask();
        return size == 2 ? c.mem.read16(c.s.ss, at) : c.mem.read32(c.s.ss, at);
    }

    /** Moves the pointer by {@code bytes} (positive drops items), in SP or ESP as SS.B says. */
    public static void move(Cpu c, int bytes) {
        int mask = c.stackMask();
        int esp = c.s.gpr[Reg.ESP];
        c.s.gpr[Reg.ESP] = esp & ~mask | esp + bytes & mask;
    }
}
