package org.domainfirmware.emulator.device.ide;

/** A channel's bus master as its drives see it. */
interface DmaMover {
    /** No bus master: a drive waits for ever. */
    DmaMover NONE = new DmaMover() {
        @Override
        public boolean running() {
            return false;
        }

        @Override
        public int move(byte[] data, int offset, int length, boolean toMemory) {
            return 0;
        }

        @Override
        public void transferEnded() {
            // Nothing was moving.
        }
    };

    /** True once the host has started it. */
    boolean running();

    /**
     * Moves bytes between a drive and memory, on from where it was.
     *
     * @return bytes moved, less than {@code length} when the descriptors ran out
     */
    int move(byte[] data, int offset, int length, boolean toMemory);

    /** The drive has no more to move. */
    void transferEnded();
}
