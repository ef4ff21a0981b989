package org.domainfirmware.emulator.cpu.isa;

/** Where the decoder reads instruction bytes. */
@FunctionalInterface
public interface ByteSource {
    /**
     * The byte {@code index} bytes after the first byte of the instruction, 0 to 255. An
     * implementation may throw the fault of a fetch (limit, page); the decoder lets it pass.
     *
     * @param index 0 to 14, asked for in ascending order
     */
    int byteAt(int index);
}
