package org.domainfirmware.emulator.device.pci;

/** One base address register: where it is, how much it decodes, and where that is mapped now. */
final class BaseAddress {
    /** What a register decodes. */
    enum Kind { IO, MEMORY, PREFETCHABLE, ROM }

    private static final int COMMAND_IO = 1;
    private static final int COMMAND_MEMORY = 2;

    private final int offset;
    private final int size;
    private final Kind kind;
    private final BarTarget target;
    private boolean mapped;
    private int base;

    BaseAddress(int offset, int size, Kind kind, BarTarget target) {
        this.offset = offset;
        this.size = size;
        this.kind = kind;
        this.target = target;
    }

    int offset() {
        return offset;
    }

    /** The type bits that read back below the address. */
    int typeBits() {
        return switch (kind) {
            case IO -> 1;
            case PREFETCHABLE -> 8;
            default -> 0;
        };
    }

    /** Bits of the register that take what is written. */
    int writable() {
        return -size | (kind == Kind.ROM ? 1 : 0);
    }

    /** Follows the register and the command register's decode bits. */
    void follow(int value, int command) {
        int wanted = value & -size;
        boolean enabled = switch (kind) {
            case IO -> (command & COMMAND_IO) != 0 && wanted >>> 16 == 0;
            case ROM -> (command & COMMAND_MEMORY) != 0 && (value & 1) != 0;
            default -> (command & COMMAND_MEMORY) != 0;
        };
        // All ones is a driver asking for the size: it means no address, whatever the decode bits say.
        enabled &= wanted != -size && wanted != 0;
        if (mapped && (!enabled || wanted != base)) {
            target.unmap(base);
            mapped = false;
        }
        if (enabled && !mapped) {
            base = wanted;
            mapped = true;
            target.map(base);
        }
    }
}
