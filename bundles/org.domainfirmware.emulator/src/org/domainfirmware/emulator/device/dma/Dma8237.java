package org.domainfirmware.emulator.device.dma;

import java.util.List;
import org.domainfirmware.emulator.device.reg.Access;
import org.domainfirmware.emulator.device.reg.Register;
import org.domainfirmware.emulator.snapshot.CorruptSnapshot;
import org.domainfirmware.emulator.snapshot.StateReader;
import org.domainfirmware.emulator.snapshot.StateWriter;

/** The registers of one 8237A. Moving data is {@link TransferChannel}'s business. */
final class Dma8237 {
    private static final int DISABLE = 0x04;
    private static final int DECREMENT = 0x20;
    private static final int AUTO_INITIALIZE = 0x10;

    private final String label;
    private final int firstPort;
    private final int portStep;
    private final int[] baseAddress = new int[4];
    private final int[] baseCount = new int[4];
    private final int[] address = new int[4];
    private final int[] count = new int[4];
    private final int[] mode = new int[4];
    private int command;
    private int mask;
    private int terminal;
    private int requests;
    private int softwareRequests;
    private boolean highByte;

    Dma8237(String label, int firstPort, int portStep) {
        this.label = label;
        this.firstPort = firstPort;
        this.portStep = portStep;
        masterClear();
    }

    /** Same as RESET: all masked, flip-flop at the low byte; addresses and modes stay. */
    void masterClear() {
        command = 0;
        mask = 0x0F;
        terminal = 0;
        requests = 0;
        softwareRequests = 0;
        highByte = false;
    }

    boolean enabled(int channel) {
        return (command & DISABLE) == 0 && (mask & 1 << channel) == 0;
    }

    int address(int channel) {
        return address[channel];
    }

    /** Transfers until terminal count, 1 to 65536. */
    int remaining(int channel) {
        return count[channel] + 1;
    }

    boolean decrements(int channel) {
        return (mode[channel] & DECREMENT) != 0;
    }

    /** 0 verify, 1 write (to memory), 2 read (from memory), 3 illegal. */
    int direction(int channel) {
        return mode[channel] >> 2 & 3;
    }

    /** Notes DREQ for the status register. */
    void requesting(int channel, boolean level) {
        requests = level ? requests | 1 << channel : requests & ~(1 << channel);
    }

    /** Counts {@code units} transfers; {@code true} at terminal count, after reloading or masking the channel. */
    boolean advance(int channel, int units) {
        int step = decrements(channel) ? -units : units;
        address[channel] = address[channel] + step & 0xFFFF;
        int left = count[channel] - units;
        count[channel] = left & 0xFFFF;
        if (left >= 0) {
            return false;
        }
        terminal |= 1 << channel;
        softwareRequests &= ~(1 << channel);
        if ((mode[channel] & AUTO_INITIALIZE) != 0) {
            address[channel] = baseAddress[channel];
            count[channel] = baseCount[channel];
        } else {
            mask |= 1 << channel;
        }
        return true;
    }

    int peek(int register) {
        if (register < 8) {
            int[] bank = (register & 1) == 0 ? address : count;
            int value = bank[register >> 1];
            return highByte ? value >> 8 : value & 0xFF;
        }
        return switch (register) {
            case 8 -> terminal | (requests | softwareRequests) << 4;
            // The temporary register: no memory-to-memory transfer ever fills it on the PC.
            case 0x0D -> 0;
            case 0x0F -> mask | 0xF0;
            default -> 0xFF;
        };
    }

    int read(int register) {
        int value = peek(register);
        if (register < 8) {
            highByte = !highByte;
        } else if (register == 8) {
            terminal = 0;
        }
        return value;
    }

    void write(int register, int value) {
        if (register < 8) {
            writeWord(register, value);
            return;
        }
        int channel = value & 3;
        int bit = 1 << channel;
        switch (register) {
            case 8 -> command = value;
            case 9 -> softwareRequests = (value & 4) != 0 ? softwareRequests | bit : softwareRequests & ~bit;
            case 0x0A -> mask = (value & 4) != 0 ? mask | bit : mask & ~bit;
            case 0x0B -> mode[channel] = value & 0xFC;
            case 0x0C -> highByte = false;
            case 0x0D -> masterClear();
            case 0x0E -> mask = 0;
            default -> mask = value & 0x0F;
        }
    }

    private void writeWord(int register, int value) {
        int channel = register >> 1;
        int[] base = (register & 1) == 0 ? baseAddress : baseCount;
        int[] current = (register & 1) == 0 ? address : count;
        base[channel] = highByte ? base[channel] & 0xFF | value << 8 : base[channel] & 0xFF00 | value;
        current[channel] = base[channel];
        highByte = !highByte;
    }

    void addRegisters(List<Register> to, int firstChannel) {
        for (int i = 0; i < 4; i++) {
            int channel = i;
            String name = "channel " + (firstChannel + channel);
            to.add(Register.of(name + " address", port(2 * i), 16, Access.READ_WRITE, () -> address[channel])
                    .sideEffect("byte by byte through the flip-flop"));
            to.add(Register.of(name + " count", port(2 * i + 1), 16, Access.READ_WRITE, () -> count[channel])
                    .sideEffect("byte by byte through the flip-flop"));
            to.add(Register.of(name + " base address", "", 16, Access.INTERNAL, () -> baseAddress[channel]));
            to.add(Register.of(name + " base count", "", 16, Access.INTERNAL, () -> baseCount[channel]));
            to.add(Register.of(name + " mode", port(0x0B), 8, Access.WRITE_ONLY, () -> mode[channel])
                    .field("transfer", 2, 2, "verify", "write", "read").field("auto-initialize", 4, 1)
                    .field("decrement", 5, 1).field("mode", 6, 2, "demand", "single", "block", "cascade"));
        }
        to.add(Register.of(label + " status", port(8), 8, Access.READ_ONLY, () -> peek(8))
                .field("TC", 0, 4).field("request", 4, 4).sideEffect("read clears the TC bits"));
        to.add(Register.of(label + " command", port(8), 8, Access.WRITE_ONLY, () -> command)
                .field("memory to memory", 0, 1).field("disable", 2, 1));
        to.add(Register.of(label + " request", port(9), 4, Access.WRITE_ONLY, () -> softwareRequests));
        to.add(Register.of(label + " mask", port(0x0F), 4, Access.READ_WRITE, () -> mask));
        to.add(Register.of(label + " flip-flop", port(0x0C), 1, Access.WRITE_ONLY, () -> highByte ? 1 : 0)
                .sideEffect("write clears it"));
    }

    private String port(int register) {
        return String.format("%02Xh", firstPort + register * portStep);
    }

    void writeState(StateWriter to) {
        to.writeInts(baseAddress);
        to.writeInts(baseCount);
        to.writeInts(address);
        to.writeInts(count);
        to.writeInts(mode);
        to.writeInts(new int[] {command, mask, terminal, requests, softwareRequests, highByte ? 1 : 0});
    }

    void readState(StateReader from) throws CorruptSnapshot {
        for (int[] bank : new int[][] {baseAddress, baseCount, address, count, mode}) {
            from.readInts(bank);
            for (int i = 0; i < bank.length; i++) {
                bank[i] &= 0xFFFF;
            }
        }
        command = from.readInt();
        mask = from.readInt() & 0x0F;
        terminal = from.readInt() & 0x0F;
        requests = from.readInt() & 0x0F;
        softwareRequests = from.readInt() & 0x0F;
        highByte = from.readBoolean();
    }
}
