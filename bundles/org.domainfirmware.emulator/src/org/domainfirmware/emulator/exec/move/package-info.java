/** Moves of data and the stack, as ops. */
package org.domainfirmware.emulator.exec.move;
