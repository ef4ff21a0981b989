package org.domainfirmware.debug.core.guest;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.domainfirmware.emulator.debug.StopReason;

/** Lets the guest run and waits for it to stand. */
@FunctionalInterface
public interface GuestRuns {
    /**
     * Gives an order that sets the guest going, and waits. Breakpoints whose conditions do not hold are passed.
     *
     * @return why it stands; {@link StopReason.Suspended} at once when the user asked for it in between
     * @throws InspectionException when the order cannot be carried out
     */
    StopReason run(Supplier<CompletableFuture<Void>> order) throws InspectionException;
}
