package org.domainfirmware.firmware.ui.editor;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.text.TextAttribute;
import org.eclipse.jface.text.rules.Token;
import org.eclipse.swt.SWT;

/** The colours of sources; a person changes them in Colors and Fonts. */
final class Colors {
    static final String PREFIX = "org.domainfirmware.firmware.ui.color.";
    static final String KEYWORD = PREFIX + "keyword";
    static final String INSTRUCTION = PREFIX + "instruction";
    static final String REGISTER = PREFIX + "register";
    static final String DIRECTIVE = PREFIX + "directive";
    static final String LABEL = PREFIX + "label";
    static final String NUMBER = PREFIX + "number";
    static final String STRING = PREFIX + "string";
    static final String COMMENT = PREFIX + "comment";

    private Colors() {
    }

    static TextAttribute attribute(String id) {
        boolean bold = id.equals(KEYWORD) || id.equals(INSTRUCTION);
        return new TextAttribute(JFaceResources.getColorRegistry().get(id), null, bold ? SWT.BOLD : SWT.NORMAL);
    }

    static Token token(String id) {
        return new Token(attribute(id));
    }
}
