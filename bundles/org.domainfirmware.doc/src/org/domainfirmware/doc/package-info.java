/**
 * The help pages, and a view that shows them without a browser or a web server: the Eclipse help system shows its pages by a servlet
 * engine in a browser widget, and neither is there on every machine.
 */
package org.domainfirmware.doc;
