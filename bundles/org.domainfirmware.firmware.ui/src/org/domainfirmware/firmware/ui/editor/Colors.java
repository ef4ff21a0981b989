package org.domainfirmware.firmware.ui.editor;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.text.TextAttribute;
import org.eclipse.jface.text.rules.Token;
import org.eclipse.jface.util.IPropertyChangeListener;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;

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

    /** A token that has its colour from the present theme. */
    static Token token(String id) {
        return new Token(attribute(id)) {
            @Override
            public Object getData() {
                TextAttribute known = (TextAttribute) super.getData();
                if (known.getForeground() != JFaceResources.getColorRegistry().get(id)) {
                    setData(attribute(id));
                }
                return super.getData();
            }
        };
    }

    /** Calls back in the UI thread when a colour of sources is another one, until the control is disposed. */
    static void onChange(Control control, Runnable run) {
        IPropertyChangeListener theme = e -> {
            if (e.getProperty().startsWith(PREFIX)) {
                control.getDisplay().asyncExec(() -> {
                    if (!control.isDisposed()) {
                        run.run();
                    }
                });
            }
        };
        JFaceResources.getColorRegistry().addListener(theme);
        control.addDisposeListener(e -> JFaceResources.getColorRegistry().removeListener(theme));
    }
}
