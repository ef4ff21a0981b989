/** What the ops of all families are made of: the base class, operands, addresses, conditions. */
package org.domainfirmware.emulator.exec.op;
