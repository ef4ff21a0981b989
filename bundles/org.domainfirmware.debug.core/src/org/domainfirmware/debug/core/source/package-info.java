/**
 * Source lookup in the workspace.
 */
package org.domainfirmware.debug.core.source;
