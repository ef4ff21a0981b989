package org.domainfirmware.debug.core.model;

import java.math.BigInteger;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.domainfirmware.debug.core.guest.GuestAddress;
import org.domainfirmware.debug.core.guest.InspectionException;
import org.domainfirmware.debug.core.guest.PortMemory;
import org.domainfirmware.emulator.debug.AddressSpace;
import org.domainfirmware.emulator.debug.MemoryBlock;
import org.eclipse.debug.core.DebugException;
import org.eclipse.debug.core.model.IMemoryBlockExtension;
import org.eclipse.debug.core.model.IMemoryBlockRetrieval;
import org.eclipse.debug.core.model.MemoryByte;

/** Memory in the Memory view: linear (also named by segment and offset, or an expression) or physical. */
public final class GuestMemoryBlock extends GuestElement implements IMemoryBlockExtension {
    private static final BigInteger LAST = BigInteger.valueOf(0xFFFFFFFFL);
    private static final int MOST = 1 << 20;

    private final String expression;
    private final AddressSpace space;
    private final long base;
    private final long length;
    private final List<Object> connections = new CopyOnWriteArrayList<>();

    private GuestMemoryBlock(GuestDebugTarget target, String expression, AddressSpace space, long base, long length) {
        super(target);
        this.expression = expression;
        this.space = space;
        this.base = base & 0xFFFFFFFFL;
        this.length = length;
    }

    static GuestMemoryBlock linear(GuestDebugTarget target, long start, long length) {
        return new GuestMemoryBlock(target, String.format("linear:%08X", start), AddressSpace.LINEAR, start, length);
    }

    /** @param frame may be null while the guest runs; then only addresses are understood, no expressions */
    static GuestMemoryBlock of(GuestDebugTarget target, String expression, GuestStackFrame frame) throws InspectionException {
        String text = expression.strip();
        boolean address = text.matches("(?i)(linear|physical):[0-9a-fx]+h?|[0-9a-f]{1,4}:[0-9a-fx]+h?|0x[0-9a-f]+");
        if (address) {
            GuestAddress a = GuestAddress.parse(text);
            AddressSpace space = a.kind() == GuestAddress.Kind.PHYSICAL ? AddressSpace.PHYSICAL : AddressSpace.LINEAR;
            int start = a.kind() == GuestAddress.Kind.SEGMENT
                    ? PortMemory.await(target.port().toLinear(a.selector(), a.offset())) : a.offset();
            return new GuestMemoryBlock(target, text, space, start, 0);
        }
        if (frame == null) {
            throw new InspectionException("'" + text + "' is no address; write F000:FFF0, linear:FFFF0 or physical:FFFF0");
        }
        return new GuestMemoryBlock(target, text, AddressSpace.LINEAR, frame.expressions().linear(text), 0);
    }

    /** LINEAR or PHYSICAL. */
    public AddressSpace space() {
        return space;
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
