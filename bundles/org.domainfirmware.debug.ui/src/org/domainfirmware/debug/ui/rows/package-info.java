/**
 * The common parts of the views: a tree of rows with highlighting of what changed, copy and export.
 */
package org.domainfirmware.debug.ui.rows;
