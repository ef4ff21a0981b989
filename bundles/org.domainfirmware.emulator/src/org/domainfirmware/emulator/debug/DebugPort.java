package org.domainfirmware.emulator.debug;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * The only way from outside into a running machine. Every call returns at once; its answer comes
 * later, an immutable record. Calls are served in order, while the guest runs too (between two
 * slices of it), and observing never changes the guest. What cannot be done completes exceptionally
 * with a {@link DebugException} that says why in one sentence. Answers complete on the guest's own
 * thread: what follows from them and takes its time, or waits for anything, belongs on another.
 */
public interface DebugPort extends AutoCloseable {
    /** Registers for events; they come in order on a thread of the port's, which must not be blocked. */
    void addListener(Consumer<DebugEvent> listener);

    void removeListener(Consumer<DebugEvent> listener);

    /** Lets the guest run. No effect while it runs. */
    CompletableFuture<Void> resume();

    /** Stops within 250 ms whatever the guest does; a {@link DebugEvent.Stopped} follows. */
    CompletableFuture<Void> suspend();

    /** Executes {@code count} instructions, interrupts included; a Stopped event follows. */
    CompletableFuture<Void> step(long count);

    /**
     * As a step, but CALL, INT and REP run to the instruction behind, and one that traps into a VM86 monitor to where its guest
     * goes on. Breakpoints in between stop it.
     */
    CompletableFuture<Void> stepOver();

    /**
     * Runs until the instruction at a place, on a stack at or above {@code minEsp} (0: any; a step-return
     * needs the caller's frame, not a deeper recursion's), or a breakpoint.
     */
    CompletableFuture<Void> runTo(Location at, int minEsp);

    /**
     * Runs until the linear address of the next instruction is outside the range, not counting calls out of it (unless
     * {@code intoCalls}) or a VM86 monitor.
     */
    CompletableFuture<Void> stepRange(int firstLinear, int endLinear, boolean intoCalls);

    /** Runs until the VM86 monitor of a domain gives the processor back to its guest; stops at once where none has it. */
    CompletableFuture<Void> leaveMonitor();

    /** Hardware reset; the guest stays running or stopped as it was. A domain is built anew. */
    CompletableFuture<Void> reset();

    /**
     * Puts new firmware in and resets; breakpoints stay.
     *
     * @param rombios image file, or null to keep it
     * @param vgabios image file, or null to keep it
     */
    CompletableFuture<Void> reloadFirmware(Path rombios, Path vgabios);

    /**
     * Builds a domain anew, from its loader as it is now; breakpoints stay.
     *
     * @param loader the 32-bit ELF with the domain's firmware
     */
    CompletableFuture<Void> reloadDomain(Path loader);

    /**
     * Ends the machine and frees everything; a Terminated event is the last. From then on the port holds nothing of the
     * machine, so it may be kept, and whatever it is asked completes exceptionally.
     */
    CompletableFuture<Void> terminate();

    /** True while the guest runs. */
    boolean isRunning();

    /** Why the guest stands, or null while it runs. */
    StopReason stopReason();

    CompletableFuture<RegistersView> registers();

    /**
     * Sets a register: "eax", "ax", "al", "eip", "eflags", "cs" (selector, loaded as MOV does),
     * "cs.base", "cs.limit", "cs.access", "cr0", "dr7", "gdtr.base", ... The guest must be stopped.
     */
    CompletableFuture<Void> writeRegister(String name, long value);

    /** Reads memory. At most 1 MiB at a time. */
    CompletableFuture<MemoryBlock> readMemory(AddressSpace space, int address, int length);

    CompletableFuture<Void> writeMemory(AddressSpace space, int address, byte[] data);

    /** Linear address of a segment and offset in the present mode. */
    CompletableFuture<Integer> toLinear(int selector, int offset);

    /** How a linear address becomes physical, entry by entry. */
    CompletableFuture<PageWalkView> pageWalk(int linear);

    /** @return the breakpoint's id */
    CompletableFuture<Integer> setBreakpoint(BreakpointSpec spec);

    CompletableFuture<Void> removeBreakpoint(int id);

    /** Hits of every breakpoint since it was set. */
    CompletableFuture<Map<Integer, Long>> breakpointHits();

    /** Disassembles from a linear address on, as code of the present CS. */
    CompletableFuture<List<DisassembledInstruction>> disassemble(int linear, int count);

    /** Disassembles from a linear address on, as code of any segment. */
    CompletableFuture<List<DisassembledInstruction>> disassemble(int linear, int count, CodeSegment as);

    /**
     * The instructions in front of a linear address, the last of which ends there: those that most beginnings further ahead
     * lead to, as instructions have different lengths.
     *
     * @param count at most so many; fewer, or none, where no instruction ends at the address
     */
    CompletableFuture<List<DisassembledInstruction>> disassembleBefore(int linear, int count, CodeSegment as);

    CompletableFuture<ScreenView> screen();

    CompletableFuture<List<DeviceView>> devices();

    /** The display adapter's registers, mode, fonts and colours. */
    CompletableFuture<VideoView> video();

    CompletableFuture<E820View> e820();

    /** Switches the interrupt trace on or off; off it costs nothing. */
    CompletableFuture<Void> traceInterrupts(boolean on);

    /** The newest records of the trace, oldest first, with an id above {@code after}; at most {@code max}. */
    CompletableFuture<InterruptTraceView> interruptTrace(long after, int max);

    /** Switches the trace of a domain's VM86 monitor on or off; off it costs nothing. Another machine has none. */
    CompletableFuture<Void> traceAssist(boolean on);

    /** The monitor's state, and at most {@code max} of the newest stays in it. */
    CompletableFuture<AssistView> assistTrace(int max);

    /** Each named VM-entry check of the guest state, whether it holds, with the values. */
    CompletableFuture<List<EntryCheck>> entryChecks();

    /** State hash of the whole machine, as 16 hexadecimal digits. */
    CompletableFuture<String> stateHash();

    /** Presses or releases a key by its set-1 make code (E0xx for extended ones). */
    CompletableFuture<Void> key(int makeCode, boolean pressed);

    /** Types text; names such as {@code <F12>} or {@code <Enter>} and \n, \e are understood. */
    CompletableFuture<Void> type(String text);

    /** Moves the mouse and sets its buttons (bit 0 left, 1 right, 2 middle). */
    CompletableFuture<Void> mouse(int dx, int dy, int wheel, int buttons);

    /** Bytes for a serial port's receiver. */
    CompletableFuture<Void> serialInput(int port, byte[] bytes);

    /** Puts a medium in ("fda", "fdb", "cdrom"), or takes it out when {@code image} is null. */
    CompletableFuture<Void> changeMedium(String drive, Path image);

    /** Throttles to real time (interactive) or not (as fast as it goes). */
    CompletableFuture<Void> realTime(boolean throttle);

    /** Same as {@link #terminate} and waiting for it. */
    @Override
    void close();
}
