package org.domainfirmware.debug.core.model;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.domainfirmware.debug.core.guest.Expressions;
import org.domainfirmware.debug.core.guest.GuestAddress;
import org.domainfirmware.debug.core.guest.InspectionException;
import org.domainfirmware.debug.core.guest.PortMemory;
import org.domainfirmware.emulator.debug.AddressSpace;
import org.domainfirmware.emulator.debug.MemoryBlock;
import org.eclipse.debug.core.DebugException;
import org.eclipse.debug.core.model.IMemoryBlockExtension;
import org.eclipse.debug.core.model.IMemoryBlockRetrieval;
import org.eclipse.debug.core.model.MemoryByte;

/**
 * Memory in the Memory view: linear (also named by segment and offset, or an expression) or physical. A segment's base is that of the
 * moment the block was made.
 */
public final class GuestMemoryBlock extends GuestElement implements IMemoryBlockExtension {
    private static final BigInteger LAST = BigInteger.valueOf(0xFFFFFFFFL);
    private static final int MOST = 1 << 20;
    private static final String ADDRESS = "(?i)(linear|physical):[0-9a-fx]+h?|[0-9a-f]{1,4}:[0-9a-fx]+h?|0x[0-9a-f]+";
    private static final String REGISTERS = "(?i)[c-gs]s\\s*:.*";

    private final String expression;
    private final AddressSpace space;
    private final long base;
    private final long length;
    private final Optional<GuestAddress> named;
    private final List<Object> connections = new CopyOnWriteArrayList<>();

    private GuestMemoryBlock(GuestDebugTarget target, String expression, AddressSpace space, long base, long length,
            Optional<GuestAddress> named) {
        super(target);
        this.expression = expression;
        this.space = space;
        this.base = base & 0xFFFFFFFFL;
        this.length = length;
        this.named = named;
    }

    static GuestMemoryBlock linear(GuestDebugTarget target, long start, long length) {
        return new GuestMemoryBlock(target, String.format("linear:%08X", start), AddressSpace.LINEAR, start, length, Optional.empty());
    }

    /** @param frame may be null while the guest runs; then only addresses are understood, no expressions */
    static GuestMemoryBlock of(GuestDebugTarget target, String expression, GuestStackFrame frame) throws InspectionException {
        String text = expression.strip();
        if (text.matches(ADDRESS)) {
            return of(target, text, GuestAddress.parse(text));
        }
        if (frame == null) {
            throw new InspectionException("'" + text + "' is no address; write F000:FFF0, linear:FFFF0 or physical:FFFF0");
        }
        Expressions expressions = frame.expressions();
        if (text.matches(REGISTERS)) {
            int colon = text.indexOf(':');
            int selector = (int) expressions.number(text.substring(0, colon));
            return of(target, text, GuestAddress.segment(selector, (int) expressions.number(text.substring(colon + 1))));
        }
        return new GuestMemoryBlock(target, text, AddressSpace.LINEAR, expressions.linear(text), 0, Optional.empty());
    }

    /** Where it begins, as it was named. */
    public GuestAddress address() {
        return named.orElse(space == AddressSpace.PHYSICAL ? GuestAddress.physical((int) base) : GuestAddress.linear((int) base));
    }

    private static GuestMemoryBlock of(GuestDebugTarget target, String text, GuestAddress a) throws InspectionException {
        if (a.kind() == GuestAddress.Kind.SEGMENT) {
            return new GuestMemoryBlock(target, text, AddressSpace.LINEAR,
                    PortMemory.await(target.port().toLinear(a.selector(), a.offset())), 0, Optional.of(a));
        }
        boolean physical = a.kind() == GuestAddress.Kind.PHYSICAL;
        return new GuestMemoryBlock(target, text, physical ? AddressSpace.PHYSICAL : AddressSpace.LINEAR, a.offset(), 0,
                Optional.empty());
    }

    /** LINEAR or PHYSICAL. */
    public AddressSpace space() {
        return space;
    }

    /** The place of an address as the block's name has it: "F000:FFF0" in the reach of its segment's offsets, else hexadecimal. */
    public String place(BigInteger address) {
        long at = address.longValue() & LAST.longValue();
        if (named.isPresent()) {
            long offset = (named.get().offset() & LAST.longValue()) + at - base;
            if (offset >= 0 && offset <= LAST.longValue()) {
                return String.format(offset > 0xFFFF ? "%04X:%08X" : "%04X:%04X", named.get().selector(), offset);
            }
        }
        return String.format("%08X", at);
    }

    @Override
    public String getExpression() {
        return expression;
    }

    @Override
    public BigInteger getBigBaseAddress() {
        return BigInteger.valueOf(base);
    }

    @Override
    public BigInteger getMemoryBlockStartAddress() {
        return BigInteger.ZERO;
    }

    @Override
    public BigInteger getMemoryBlockEndAddress() {
        return LAST;
    }

    @Override
    public BigInteger getBigLength() {
        return BigInteger.valueOf(length > 0 ? length : LAST.longValue() - base + 1);
    }

    @Override
    public int getAddressSize() {
        return 4;
    }

    @Override
    public int getAddressableSize() {
        return 1;
    }

    @Override
    public boolean supportBaseAddressModification() {
        return false;
    }

    @Override
    public void setBaseAddress(BigInteger address) throws DebugException {
        throw refused("the start of a memory block cannot be changed; add another one");
    }

    @Override
    public boolean supportsChangeManagement() {
        return false;
    }

    @Override
    public MemoryByte[] getBytesFromOffset(BigInteger unitOffset, long count) throws DebugException {
        return getBytesFromAddress(getBigBaseAddress().add(unitOffset), count);
    }

    @Override
    public MemoryByte[] getBytesFromAddress(BigInteger address, long count) throws DebugException {
        int wanted = (int) Math.min(count, MOST);
        try {
            MemoryBlock block = PortMemory.await(guest().port().readMemory(space, address.intValue(), wanted));
            MemoryByte[] bytes = new MemoryByte[wanted];
            for (int i = 0; i < wanted; i++) {
                boolean there = block.valid().get(i) && address.longValue() + i <= LAST.longValue();
                byte flags = there ? (byte) (MemoryByte.READABLE | MemoryByte.WRITABLE | MemoryByte.ENDIANESS_KNOWN) : 0;
                bytes[i] = new MemoryByte(block.data()[i], flags);
            }
            return bytes;
        } catch (InspectionException e) {
            throw failed(e);
        }
    }

    @Override
    public void setValue(BigInteger unitOffset, byte[] bytes) throws DebugException {
        try {
            PortMemory.await(guest().port().writeMemory(space, (int) base + unitOffset.intValue(), bytes));
            guest().changed();
        } catch (InspectionException e) {
            throw failed(e);
        }
    }

    @Override
    public void connect(Object client) {
        connections.add(client);
    }

    @Override
    public void disconnect(Object client) {
        connections.remove(client);
    }

    @Override
    public Object[] getConnections() {
        return connections.toArray();
    }

    @Override
    public void dispose() {
        connections.clear();
    }

    @Override
    public IMemoryBlockRetrieval getMemoryBlockRetrieval() {
        return guest();
    }

    @Override
    public long getStartAddress() {
        return base;
    }

    @Override
    public long getLength() {
        return getBigLength().longValue();
    }

    @Override
    public byte[] getBytes() throws DebugException {
        MemoryByte[] from = getBytesFromAddress(getBigBaseAddress(), Math.min(getLength(), MOST));
        byte[] bytes = new byte[from.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = from[i].getValue();
        }
        return bytes;
    }

    @Override
    public boolean supportsValueModification() {
        return true;
    }

    @Override
    public void setValue(long offset, byte[] bytes) throws DebugException {
        setValue(BigInteger.valueOf(offset), bytes);
    }
}
