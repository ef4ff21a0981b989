/**
 * What the views show: plain Java that turns a debug port's records into rows. No user interface here.
 */
package org.domainfirmware.debug.ui.model;
