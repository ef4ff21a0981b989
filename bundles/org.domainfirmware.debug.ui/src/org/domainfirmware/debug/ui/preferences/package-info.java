/**
 * What a user can set about the debugger's views.
 */
package org.domainfirmware.debug.ui.preferences;
