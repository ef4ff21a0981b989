package org.domainfirmware.debug.core.guest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.domainfirmware.firmware.core.symbols.elf.ElfSymbol;
import org.junit.jupiter.api.Test;

/** Names of places: only code has them, and only as far as it reaches. */
class NamesTest {
    private final GuestSymbols symbols = GuestSymbols.load(List.of(TestGuest.firmware().resolve("rombios.elf")));

    private ElfSymbol symbol(String name) {
        return symbols.files().get(0).symbol(name).orElseThrow();
    }

    @Test
    void functionsAndTheCodeInThem() {
        int start = (int) symbol("post_main").value();
        assertEquals("post_main", symbols.nameAt(start));
        assertEquals("post_main+5h", symbols.nameAt(start + 5));
        assertEquals("post_main", symbols.nameAt(start | 0xFFF00000), "the same byte below 4 GiB");
    }

    @Test
    void labelsOfAssembly() {
        assertEquals("int_return", symbols.nameAt((int) symbol("int_return").value()));
    }

    /** A constant of the linker script has a value, but it is no place; what a guest has in its RAM is not the firmware's. */
    @Test
    void constantsAndForeignMemoryHaveNone() {
        int constant = (int) symbol("initial_stack").value();
        for (int address : new int[] {constant, constant + 0x6AA3, 0x7C00, 0x100000}) {
            assertEquals("", symbols.nameAt(address), () -> Integer.toHexString(address));
        }
    }

    /** The guest's own thread asks for names: it must not wait for one that looks for copies, which waits for the guest. */
    @Test
    void areKnownWhileTheGuestIsWaitedFor() {
        CountDownLatch waits = new CountDownLatch(1);
        CompletableFuture<byte[]> answer = new CompletableFuture<>();
        GuestMemory memory = new GuestMemory() {
            @Override
            public byte[] read(int linear, int length) {
                waits.countDown();
                return answer.join();
            }

            @Override
            public void write(int linear, byte[] bytes) {
                throw new AssertionError("nothing is to be written");
            }
        };
        CompletableFuture<Void> look = CompletableFuture.runAsync(() -> symbols.look(0x7C00, memory));
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            waits.await();
            assertEquals("", symbols.nameAt(0x7C00));
        });
        answer.complete(new byte[8]);
        look.join();
    }

    @Test
    void dataHasNone() {
        ElfSymbol data = symbol("boot_order");
        assertTrue(data.size() > 0);
        assertEquals("", symbols.nameAt((int) data.value()));
    }
}
