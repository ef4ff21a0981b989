/**
 * Commands on the selected guest.
 */
package org.domainfirmware.debug.ui.commands;
