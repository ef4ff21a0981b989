package org.domainfirmware.emulator.device.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.domainfirmware.emulator.device.Device;

/** A device for the fuzz test: how to build it, where the guest reaches it, what else happens to it. */
public final class FuzzTarget {
    final String name;
    final Function<FuzzBoard, Device> builder;
    /** First and last port of each range. */
    final List<int[]> ports = new ArrayList<>();
    /** First and last byte of each range of physical memory. */
    final List<int[]> mmio = new ArrayList<>();
    /** Input from outside: keys, bytes on a line. */
    BiConsumer<Device, Random> input = (device, random) -> { };
    /** Largest lump it may write, bytes. */
    int stateLimit = 1 << 20;

    private FuzzTarget(String name, Function<FuzzBoard, Device> builder) {
        this.name = name;
        this.builder = builder;
    }

    public static FuzzTarget of(String name, Function<FuzzBoard, Device> builder) {
        return new FuzzTarget(name, builder);
    }

    /** Adds ports {@code first} to {@code last}. */
    public FuzzTarget ports(int first, int last) {
        ports.add(new int[] {first, last});
        return this;
    }

    /** Adds physical addresses {@code first} to {@code last}. */
    public FuzzTarget mmio(int first, int last) {
        mmio.add(new int[] {first, last});
        return this;
    }

    /** Something from outside that happens now and then. */
    public FuzzTarget input(BiConsumer<Device, Random> action) {
        input = action;
        return this;
    }

    /** A device with large memory of its own: the most bytes its lump may have. */
    public FuzzTarget stateLimit(int bytes) {
        stateLimit = bytes;
        return this;
    }

    @Override
    public String toString() {
        return name;
    }
}
