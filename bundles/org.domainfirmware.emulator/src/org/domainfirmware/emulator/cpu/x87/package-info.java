/**
 * The x87 floating-point unit: 80-bit registers, exact rounding, exceptions, transcendental functions.
 *
 * <p>{@link org.domainfirmware.emulator.cpu.x87.Fpu} is the whole interface; the processor gives it memory operands as
 * {@link org.domainfirmware.emulator.cpu.x87.FpuMemory} and flags as {@link org.domainfirmware.emulator.cpu.x87.FpuHost}.
 * Arithmetic classes leave value and exceptions in one {@code Rounder}; nothing is allocated while instructions run.
 *
 * <p>Accuracy: everything but the transcendental functions agrees with Intel processors bit for bit, status word
 * included. FSIN, FCOS, FSINCOS, FPTAN, FPATAN, F2XM1, FYL2X and FYL2XP1 are computed in 128-bit fractions and lie
 * within 0.501 units of the last place of the exact function (with the 66-bit pi of the hardware) over the operand
 * ranges the SDM documents; hardware, whose own bound is one unit, then differs by at most one unit. Their precision
 * exception and C1 can differ with it.
 */
package org.domainfirmware.emulator.cpu.x87;
