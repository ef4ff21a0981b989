package org.domainfirmware.firmware.ui.editor;

import org.eclipse.jface.text.rules.BufferedRuleBasedScanner;

/** Gives a whole partition one colour. */
final class WholePartitionScanner extends BufferedRuleBasedScanner {
    WholePartitionScanner(String color) {
        setDefaultReturnToken(Colors.token(color));
    }
}
