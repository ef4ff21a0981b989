package org.domainfirmware.emulator.device.reg;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;

/** A register declared once: name, address, width, access, side effects, fields, and how to peek at it. */
public final class Register {
    private final String name;
    private final String address;
    private final int bits;
    private final Access access;
    private final IntSupplier value;
    private final List<Field> fields = new ArrayList<>();
    private String sideEffect = "";

    private Register(String name, String address, int bits, Access access, IntSupplier value) {
        this.name = name;
        this.address = address;
        this.bits = bits;
        this.access = access;
        this.value = value;
    }

    /**
     * Declares a register.
     *
     * @param address where it is found, as a manual writes it: "20h", "3D5h.0Eh", "" for internal
     * @param bits width, 1 to 32
     * @param value its present value, read without side effects
     */
    public static Register of(String name, String address, int bits, Access access, IntSupplier value) {
        return new Register(name, address, bits, access, value);
    }

    /** Adds a field; {@code values} name 0, 1, 2 ... */
    public Register field(String fieldName, int lowBit, int width, String... values) {
        fields.add(new Field(fieldName, lowBit, width, List.of(values)));
        return this;
    }

    /** Says what a guest's access does beside reading or writing, such as "read clears the interrupt". */
    public Register sideEffect(String text) {
        sideEffect = text;
        return this;
    }

    public String name() {
        return name;
    }

    public String address() {
        return address;
    }

    public int bits() {
        return bits;
    }

    public Access access() {
        return access;
    }

    public String sideEffect() {
        return sideEffect;
    }

    public List<Field> fields() {
        return List.copyOf(fields);
    }

    /** Present value, zero extended, without side effects. */
    public int peek() {
        return value.getAsInt();
    }
}
