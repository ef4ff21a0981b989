/**
 * The launch configuration type "PC Guest".
 */
package org.domainfirmware.debug.core.launch;
