/**
 * The two cascaded 8259A interrupt controllers.
 *
 * <p>Source: Intel 8259A datasheet (order number 231468); 82371SB (PIIX3) datasheet for the edge/level
 * control registers. Wiring of the PC/AT: master at ports 20h/21h, slave at A0h/A1h, ELCR at 4D0h/4D1h;
 * the slave's INT output drives the master's IR2; IRQ n &lt; 8 is the master's IRn, IRQ n &gt;= 8 the
 * slave's IR(n-8).
 */
package org.domainfirmware.emulator.device.pic;
