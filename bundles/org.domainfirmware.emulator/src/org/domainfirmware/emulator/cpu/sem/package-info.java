/**
 * What instructions do, a class for each family of the manual; {@code system} has what touches descriptors, modes and
 * interrupts. Methods take and give plain values; the ops of {@code exec} bring the operands.
 *
 * <p>Flags the manuals leave undefined follow the silicon where captured tests or the vectors of a host processor show
 * it: AF is clear after logic and shifts; OF after shifts and rotates by more than one is that of the last step; SF, ZF
 * and PF after a multiplication are those of the low half; a division changes none; BT and its like change CF only.
 */
package org.domainfirmware.emulator.cpu.sem;
