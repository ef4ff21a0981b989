/**
 * Setting breakpoints: from editors, views and a dialog.
 */
package org.domainfirmware.debug.ui.breakpoints;
