/** Arithmetic, logic, shifts and bits, as ops. */
package org.domainfirmware.emulator.exec.alu;
