package org.domainfirmware.debug.core.guest;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.domainfirmware.emulator.debug.AddressSpace;
import org.domainfirmware.emulator.debug.DebugPort;
import org.domainfirmware.emulator.debug.MemoryBlock;

/** Memory behind a debug port, kept in lines of 256 bytes for as long as the guest stands. Safe for several threads. */
public final class PortMemory implements GuestMemory {
    private static final int LINE = 256;
    private static final int MOST_LINES = 4096;
    private static final long ANSWER_SECONDS = 10;

    private final DebugPort port;
    private final Map<Integer, MemoryBlock> lines = new HashMap<>();
    private long forgotten;

    public PortMemory(DebugPort port) {
        this.port = port;
    }

    /** Waits for an answer of a debug port. */
    public static <T> T await(CompletableFuture<T> answer) throws InspectionException {
        try {
            return answer.get(ANSWER_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new InspectionException(e.getCause().getMessage());
        } catch (TimeoutException e) {
            throw new InspectionException("the guest does not answer");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InspectionException("interrupted");
        }
    }

    /** Forgets what was read; to be called whenever the guest ran or was changed. */
    public synchronized void forget() {
        forgotten++;
        lines.clear();
    }

    private MemoryBlock line(int address) throws InspectionException {
        long asked;
        synchronized (this) {
            MemoryBlock kept = lines.get(address);
            if (kept != null) {
                return kept;
            }
            asked = forgotten;
        }
        // Nothing may be locked meanwhile: the guest's own thread forgets too.
        MemoryBlock block = await(port.readMemory(AddressSpace.LINEAR, address, LINE));
        synchronized (this) {
            if (asked == forgotten) {
                if (lines.size() >= MOST_LINES) {
                    lines.clear();
                }
                lines.put(address, block);
            }
        }
        return block;
    }

    @Override
    public byte[] read(int linear, int length) throws InspectionException {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            int at = linear + i;
            MemoryBlock block = line(at & -LINE);
            if (!block.valid().get(at & LINE - 1)) {
                throw new InspectionException(String.format("nothing is mapped at linear address %08X", at));
            }
            bytes[i] = block.data()[at & LINE - 1];
        }
        return bytes;
    }

    @Override
    public void write(int linear, byte[] bytes) throws InspectionException {
        await(port.writeMemory(AddressSpace.LINEAR, linear, bytes));
        forget();
    }
}
