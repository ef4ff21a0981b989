/** Ports, segments, far transfers, descriptor tables, control registers, the x87 escape, as ops. */
package org.domainfirmware.emulator.exec.system;
