package org.domainfirmware.debug.core.guest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.domainfirmware.debug.core.guest.FrameRegisters.SegmentPart;
import org.domainfirmware.firmware.core.symbols.CorruptFile;
import org.domainfirmware.firmware.core.symbols.FrameContext;
import org.domainfirmware.firmware.core.symbols.ScopeInfo;
import org.domainfirmware.firmware.core.symbols.TypeInfo;
import org.domainfirmware.firmware.core.symbols.ValueLocation;
import org.domainfirmware.firmware.core.symbols.VariableInfo;

/**
 * Variables and typed memory as one frame sees them. Pointers are offsets: in DS to data, in CS to functions, in FS or GS
 * when their type says so. Static variables
 * are linked at linear addresses, those on the stack are found in SS.
 */
public final class Inspector {
    private static final int MOST_ELEMENTS = 1000;
    private static final int ADDRESS_BYTES = 4;

    /** Address class of pointers that count from 0 whatever the segments are. */
    static final int LINEAR = -1;

    /** Sets a register of the topmost frame. */
    @FunctionalInterface
    public interface RegisterWriter {
        void write(int number, int value) throws InspectionException;
    }

    private final GuestFrame frame;
    private final GuestMemory memory;
    private final RegisterWriter writer;
    private final PlacedBits placed;

    /** @param writer null when the frame is not the topmost one */
    public Inspector(GuestFrame frame, GuestMemory memory, RegisterWriter writer) {
        this.frame = frame;
        this.memory = memory;
        this.writer = writer;
        this.placed = new PlacedBits(frame, memory, writer);
    }

    GuestMemory memory() {
        return memory;
    }

    GuestFrame frame() {
        return frame;
    }

    /** Arguments and variables visible at the frame's instruction; inner ones hide outer ones of their name. */
    public List<Datum> variables() {
        List<Datum> found = new ArrayList<>();
        Set<String> names = new HashSet<>();
        List<ScopeInfo> scopes = frame.scopes();
        for (ScopeInfo scope : scopes) {
            List<Datum> here = new ArrayList<>();
            for (VariableInfo v : scope.variables()) {
                if (!v.name().isEmpty() && names.add(v.name())) {
                    here.add(variable(v));
                }
            }
            found.addAll(0, here);
        }
        return found;
    }

    /** A variable, where it is now. */
    public Datum variable(VariableInfo v) {
        boolean[] framed = new boolean[1];
        FrameContext context = watching(frame.context(memory), framed);
        ValueLocation at = v.locate(frame.lookup(), context);
        return Datum.of(v.name(), v.type(), place(at, framed[0]));
    }

    private Place place(ValueLocation at, boolean framed) {
        if (at instanceof ValueLocation.InMemory m) {
            return framed ? new Place.InMemory(frame.registers().ss(), (int) m.address()) : fixed((int) m.address());
        }
        if (at instanceof ValueLocation.InRegister r) {
            return r.number() < 8 && frame.registers().knows(r.number()) ? new Place.InRegister(r.number(), 0)
                    : new Place.Nowhere("its register is not known in this frame");
        }
        if (at instanceof ValueLocation.Constant c) {
            return new Place.Computed(c.value());
        }
        if (at instanceof ValueLocation.InPieces all) {
            List<Place.Piece> pieces = all.pieces().stream().map(p -> new Place.Piece(place(p.at(), framed), p.size())).toList();
            return pieces.stream().allMatch(p -> p.at() instanceof Place.Nowhere) ? pieces.get(0).at() : new Place.InPieces(pieces);
        }
        return new Place.Nowhere(((ValueLocation.Unavailable) at).why());
    }

    /** Notes whether a location depends on the frame: then it is an offset in SS, otherwise a linear address. */
    private static FrameContext watching(FrameContext context, boolean[] framed) {
        return new FrameContext() {
            @Override
            public long register(int number) throws CorruptFile {
                framed[0] = true;
                return context.register(number);
            }

            @Override
            public long canonicalFrameAddress() throws CorruptFile {
                framed[0] = true;
                return context.canonicalFrameAddress();
            }

            @Override
            public long readMemory(long address, int size) throws CorruptFile {
                return context.readMemory(address, size);
            }
        };
    }

    /** A linear address as an offset of DS or CS where it lies in their 64 KiB, so that taking its address gives what C has. */
    private Place.InMemory fixed(int linear) {
        for (SegmentPart s : List.of(frame.registers().ds(), frame.registers().cs())) {
            int offset = linear - s.base();
            if (offset >= 0 && (offset < 0x10000 || s.big())) {
                return new Place.InMemory(s, offset);
            }
        }
        return new Place.InMemory(new SegmentPart(0, 0, true), linear);
    }

    /** What an address kept in a pointer means: it counts from CS to functions, from FS or GS when its type says so, else from DS. */
    Place.InMemory pointee(TypeInfo.Pointer type, long value) {
        FrameRegisters r = frame.registers();
        SegmentPart segment = switch (type.addressClass()) {
            case TypeInfo.Pointer.SEG_FS -> r.fs();
            case TypeInfo.Pointer.SEG_GS -> r.gs();
            case LINEAR -> new SegmentPart(0, 0, true);
            default -> type.target().resolved() instanceof TypeInfo.Function ? r.cs() : r.ds();
        };
        return new Place.InMemory(segment, (int) value);
    }

    /** The pointer C has to something in memory. */
    TypeInfo.Pointer pointerTo(TypeInfo target, Place.InMemory at) {
        FrameRegisters r = frame.registers();
        boolean inData = at.segment().equals(r.ds());
        int addressClass = inData ? TypeInfo.Pointer.PLAIN : at.segment().equals(r.gs()) ? TypeInfo.Pointer.SEG_GS
                : at.segment().equals(r.fs()) ? TypeInfo.Pointer.SEG_FS : TypeInfo.Pointer.PLAIN;
        return new TypeInfo.Pointer(target, ADDRESS_BYTES, addressClass);
    }

    /** Members, elements, or what a pointer points to; none for a number. */
    public List<Datum> children(Datum d) throws InspectionException {
        List<Datum> parts = new ArrayList<>();
        TypeInfo type = d.type().resolved();
        if (type instanceof TypeInfo.Struct s) {
            for (TypeInfo.Member m : Members.of(s)) {
                parts.add(member(d, m));
            }
        } else if (type instanceof TypeInfo.Array a) {
            for (int i = 0; i < Math.min(a.count(), MOST_ELEMENTS); i++) {
                parts.add(element(d, a, i));
            }
        } else if (type instanceof TypeInfo.Pointer p && p.target().size() > 0
                && !(p.target().resolved() instanceof TypeInfo.Function)) {
            Datum target = dereference(d);
            return target.isAggregate() ? children(target) : List.of(target.named("*" + d.name()));
        }
        return parts;
    }

    /** True when {@link #children} gives some. */
    public static boolean hasChildren(Datum d) {
        TypeInfo type = d.type().resolved();
        return !(d.place() instanceof Place.Nowhere)
                && (type instanceof TypeInfo.Struct s && !s.members().isEmpty() || type instanceof TypeInfo.Array a && a.count() > 0
                || type instanceof TypeInfo.Pointer p && p.target().size() > 0
                && !(p.target().resolved() instanceof TypeInfo.Function));
    }

    /** A member by name, those of anonymous members too. */
    Optional<Datum> member(Datum d, String name) {
        return Members.find(d.type(), name).map(m -> member(d, m));
    }

    private static Datum member(Datum d, TypeInfo.Member m) {
        return new Datum(m.name(), m.type(), d.place().part(m.offset(), m.type().size()), m.bitOffset(), m.bitSize());
    }

    static Datum element(Datum d, TypeInfo.Array a, int index) {
        return Datum.of("[" + index + "]", a.element(), d.place().part(index * a.element().size(), a.element().size()));
    }

    /** What a pointer (or an array's first element) refers to. */
    Datum dereference(Datum d) throws InspectionException {
        TypeInfo type = d.type().resolved();
        if (type instanceof TypeInfo.Array a) {
            return element(d, a, 0);
        }
        if (type instanceof TypeInfo.Pointer p) {
            return Datum.of("*" + d.name(), p.target(), pointee(p, bits(d)));
        }
        throw new InspectionException("'" + d.name() + "' is no pointer");
    }

    /** The bits of a number or pointer, without sign. */
    public long bits(Datum d) throws InspectionException {
        int size = d.type().size();
        if (d.isAggregate() || size > 8) {
            throw new InspectionException("'" + d.name() + "' is not a number");
        }
        long raw = placed.read(d.place(), size <= 0 ? ADDRESS_BYTES : size);
        raw = size <= 0 || size >= 8 ? raw : raw & (1L << 8 * size) - 1;
        return d.bitSize() == 0 ? raw : raw >>> d.bitOffset() & (1L << d.bitSize()) - 1;
    }

    /** The number as C would widen it. */
    public long value(Datum d) throws InspectionException {
        if (isFloat(d)) {
            throw new InspectionException("'" + d.name() + "' is a floating-point number, with which nothing is calculated");
        }
        long bits = bits(d);
        int width = d.bitSize() > 0 ? d.bitSize() : 8 * d.type().size();
        boolean signed = d.type().resolved() instanceof TypeInfo.Base b
                && (b.encoding() == TypeInfo.Encoding.SIGNED || b.encoding() == TypeInfo.Encoding.SIGNED_CHAR);
        return signed && width > 0 && width < 64 ? bits << 64 - width >> 64 - width : bits;
    }

    static boolean isFloat(Datum d) {
        return d.type().resolved() instanceof TypeInfo.Base b && b.encoding() == TypeInfo.Encoding.FLOAT;
    }

    /** True when {@link #assign} can work. */
    public boolean canAssign(Datum d) {
        return !d.isAggregate() && !isFloat(d) && d.type().size() > 0 && d.type().size() <= 8
                && placed.canWrite(d.place(), d.type().size());
    }

    private String obstacle(Datum d) {
        if (d.isAggregate()) {
            return "it has parts; change one of them";
        }
        if (isFloat(d)) {
            return "it is a floating-point number";
        }
        if (d.place() instanceof Place.Nowhere n) {
            return n.why();
        }
        if (d.place() instanceof Place.Computed) {
            return "its value is calculated and kept nowhere";
        }
        return writer == null ? "it is in a register that another function has used since" : "not all of it is kept";
    }

    /** Changes a number or pointer. */
    public void assign(Datum d, long value) throws InspectionException {
        if (!canAssign(d)) {
            throw new InspectionException("'" + d.name() + "' cannot be changed: " + obstacle(d));
        }
        int size = d.type().size();
        long whole = value;
        if (d.bitSize() > 0) {
            long mask = (1L << d.bitSize()) - 1 << d.bitOffset();
            whole = bits(new Datum(d.name(), d.type(), d.place(), 0, 0)) & ~mask | value << d.bitOffset() & mask;
        }
        placed.write(d.place(), size, whole);
    }
}
