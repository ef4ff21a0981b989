/**
 * How views find the guest to show.
 */
package org.domainfirmware.debug.ui.guest;
