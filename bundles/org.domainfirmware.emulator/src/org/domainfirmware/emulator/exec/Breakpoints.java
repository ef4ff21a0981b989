package org.domainfirmware.emulator.exec;

/** The debugger's execution breakpoints, as the executor asks for them. */
public interface Breakpoints {
    /** There are none. */
    Breakpoints NONE = new Breakpoints() {
        @Override
        public boolean mayStopAt(int linear, int storeOffset) {
            return false;
        }

        @Override
        public boolean stopBeforeInstruction() {
            return false;
        }
    };

    /**
     * Asked while a block is made: true cuts it before an instruction.
     *
     * @param linear linear address of the instruction's first byte
     * @param storeOffset where that is in the memory store
     */
    boolean mayStopAt(int linear, int storeOffset);

    /** Asked each time such an instruction is about to run, all registers and the clock being right: true stops there. */
    boolean stopBeforeInstruction();
}
