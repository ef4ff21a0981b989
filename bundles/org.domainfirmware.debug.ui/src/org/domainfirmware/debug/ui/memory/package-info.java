/**
 * What the Memory view of the platform needs to show a guest's memory as its programmer names it.
 */
package org.domainfirmware.debug.ui.memory;
