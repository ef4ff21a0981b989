package org.domainfirmware.emulator.debug;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.domainfirmware.emulator.machine.TestRom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A guest that tells more than its listeners can take waits for them; it stays manageable, and nothing is lost. */
class SlowListenerTest {
    /** The port's queue and what one slice may add to it: far less than what the guest writes while it is not held up. */
    private static final int MOST_BYTES = 1 << 20;
    private static final int LOOKS = 50;
    private static final int MOST_LOOKS = 1000;
    private static final long PATIENCE = 30;

    private final Semaphore permits = new Semaphore(0);
    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
    private final CompletableFuture<StopReason> stopped = new CompletableFuture<>();
    private DebugPort port;

    @AfterEach
    void close() {
        permits.release(Integer.MAX_VALUE / 2);
        port.close();
    }

    private void hear(DebugEvent e) {
        if (e instanceof DebugEvent.Console c) {
            permits.acquireUninterruptibly();
            heard.writeBytes(c.bytes());
        } else if (e instanceof DebugEvent.Stopped s) {
            stopped.complete(s.reason());
        }
    }

    private long instructions() throws Exception {
        return port.registers().get(PATIENCE, TimeUnit.SECONDS).instructions();
    }

    @Test
    void theGuestWaitsForThem() throws Exception {
        // L: out E9h,al; inc ax; jmp L
        port = Machines.start("chatter", TestRom.machine(0xE6, 0xE9, 0x40, 0xEB, 0xFB));
        port.addListener(this::hear);
        port.resume().join();
        long before = -1;
        long now = instructions();
        for (int i = 0; i < LOOKS || now != before && i < MOST_LOOKS; i++) {
            before = now;
            Thread.sleep(10);
            now = instructions();
        }
        assertTrue(now > 0 && now < 3L * MOST_BYTES, "it ran on for " + now + " instructions");
        port.suspend().get(PATIENCE, TimeUnit.SECONDS);
        permits.release(Integer.MAX_VALUE / 2);
        assertInstanceOf(StopReason.Suspended.class, stopped.get(PATIENCE, TimeUnit.SECONDS));
        byte[] all = heard.toByteArray();
        assertTrue(all.length < MOST_BYTES, all.length + " bytes were under way");
        for (int i = 0; i < all.length; i++) {
            assertEquals((byte) i, all[i], "byte " + i);
        }
        // Of each round of the loop one instruction writes; the one that jumped there was the first.
        long rounds = (instructions() - 1 + 2) / 3;
        assertEquals(rounds, all.length);
    }

    @Test
    void oneThatFailsDoesNotKeepTheOthersFromHearing() throws Exception {
        port = Machines.start("failing", TestRom.machine(0xEB, 0xFE));
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        CompletableFuture<Throwable> told = new CompletableFuture<>();
        CompletableFuture<Void> end = new CompletableFuture<>();
        try {
            Thread.setDefaultUncaughtExceptionHandler((thread, e) -> told.complete(e));
            port.addListener(e -> {
                throw new IllegalStateException("on purpose");
            });
            port.addListener(this::hear);
            port.addListener(e -> {
                if (e instanceof DebugEvent.Terminated) {
                    end.complete(null);
                }
            });
            port.step(1);
            assertInstanceOf(StopReason.StepEnd.class, stopped.get(PATIENCE, TimeUnit.SECONDS));
            port.terminate();
            end.get(PATIENCE, TimeUnit.SECONDS);
            assertEquals("on purpose", told.get(PATIENCE, TimeUnit.SECONDS).getMessage());
        } finally {
            port.close();
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
    }
}
