/** Near control transfer, as ops. */
package org.domainfirmware.emulator.exec.flow;
