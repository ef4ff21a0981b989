/**
 * The interpreter. Memory is decoded into {@link org.domainfirmware.emulator.exec.Block blocks} of
 * {@link org.domainfirmware.emulator.exec.op.Op ops}; running an instruction is one virtual call.
 *
 * <p>Decisions:
 * <ul>
 * <li>A block's key is where its bytes are in the memory store (so that aliases, ROM shadows and big-real copies
 *     share it) and the mode bits. Links between blocks, and the table of recent blocks, go by linear address and are
 *     good for one mapping epoch of {@link org.domainfirmware.emulator.cpu.mmu.LinearAccess#epoch}.
 * <li>Blocks do not know CS: the limit is checked once when one is entered. Where a block would reach beyond it, its
 *     first instruction runs alone, fetched byte by byte with checks. The same way runs code in device memory.
 * <li>The budget is all that ends the inner loop. It ends at the next event, at the count asked for, or after 50,000
 *     instructions; anything that wants attention earlier sets {@code blockEnd} to 0. So interrupts are recognised at
 *     the same instruction whatever the shape of the blocks; lock-step tests hold it to that.
 * <li>A faulting instruction counts as one, an iteration of REP too. REP ends its block; unfinished, it leaves EIP at
 *     itself. INS and OUTS do one port access an iteration, at its own instruction count, rather than a run: a device
 *     that goes by the clock must see the same times when single-stepped. Runs into device memory (REP MOVS, STOS) are
 *     handed over whole, as apertures do not go by the clock.
 * <li>Self-modifying code: a write to a byte that was decoded makes the blocks stale that hold it. A stale block is
 *     compared with memory when it is entered next; if only instructions of equal length changed, those are decoded
 *     again in place, else it is thrown away. A page whose stale blocks are written again and again, but never run, is
 *     taken for data.
 * <li>TF, RF and interrupt shadows make budgets of one instruction. Instruction breakpoints (DR0-DR3 and the
 *     debugger's) cut blocks, data breakpoints keep their pages out of the TLB: neither costs anything when unused.
 *     Breakpoints at an alias are found by linear address, or by store offset when the debugger asks by physical one.
 * </ul>
 */
package org.domainfirmware.emulator.exec;
