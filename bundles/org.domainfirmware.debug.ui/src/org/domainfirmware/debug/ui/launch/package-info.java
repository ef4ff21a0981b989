/**
 * Launch configuration tabs and launch shortcuts of "PC Guest".
 */
package org.domainfirmware.debug.ui.launch;
