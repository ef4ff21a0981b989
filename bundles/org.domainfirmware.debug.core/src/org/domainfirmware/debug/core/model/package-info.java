/**
 * The elements of the Debug, Variables, Registers, Memory and Console views.
 */
package org.domainfirmware.debug.core.model;
