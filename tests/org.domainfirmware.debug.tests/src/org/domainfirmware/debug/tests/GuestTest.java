package org.domainfirmware.debug.tests;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A test of guests: each begins without any, and leaves none. */
abstract class GuestTest {
    @TempDir
    Path folder;
    Guests guests;

    @BeforeEach
    final void open() throws Exception {
        guests = new Guests();
    }

    @AfterEach
    final void close() throws Exception {
        guests.close();
    }
}
