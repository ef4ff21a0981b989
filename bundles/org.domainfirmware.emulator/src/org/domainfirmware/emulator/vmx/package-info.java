/**
 * Partition mode: hardware whose guests never run with CR0.PE clear. A guest that wants real mode gets a
 * monitor in its own memory instead (vmxassist), which runs real-mode code in virtual-8086 mode; the
 * hypervisor's part, the world switch between the two and the checks at VM entry, is here.
 *
 * <p>Sources: the domain firmware interface (load map, world switch); SDM volume 3C, 26.3.1.
 */
package org.domainfirmware.emulator.vmx;
