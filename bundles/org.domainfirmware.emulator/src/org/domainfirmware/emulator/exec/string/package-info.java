/** String instructions and their repeats, as ops. */
package org.domainfirmware.emulator.exec.string;
