/** The VM86 monitor of a domain at work: what traps into it, why, what it does, and what that costs. */
package org.domainfirmware.debug.ui.vm86;
