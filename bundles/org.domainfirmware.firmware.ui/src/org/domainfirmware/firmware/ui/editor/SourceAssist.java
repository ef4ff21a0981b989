package org.domainfirmware.firmware.ui.editor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.domainfirmware.firmware.core.FirmwareCore;
import org.domainfirmware.firmware.core.source.Instructions;
import org.domainfirmware.firmware.core.source.Language;
import org.domainfirmware.firmware.core.source.Ports;
import org.domainfirmware.firmware.ui.FirmwareUi;
import org.eclipse.core.resources.IFile;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.contentassist.CompletionProposal;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.contentassist.IContentAssistProcessor;
import org.eclipse.jface.text.contentassist.IContextInformation;
import org.eclipse.jface.text.contentassist.IContextInformationValidator;
import org.eclipse.swt.graphics.Image;

/**
 * Proposes symbols of the project, in assembly also instructions, and port numbers where a number has been begun. It is asked in a thread
 * of the content assistant's: the first question about a project reads all its sources.
 */
final class SourceAssist implements IContentAssistProcessor {
    private static final int MAX_PROPOSALS = 500;
    private static final String INSTRUCTION = "macro";
    private static final String SYMBOL = "function";
    private static final String PORT = "variable";

    private final SourceEditor editor;
    private final Ports ports = new Ports();
    private final Map<String, Image> icons = new HashMap<>();

    SourceAssist(SourceEditor editor) {
        this.editor = editor;
        for (String icon : List.of(INSTRUCTION, SYMBOL, PORT)) {
            icons.put(icon, FirmwareUi.get().getImageRegistry().get(icon));
        }
    }

    @Override
    public ICompletionProposal[] computeCompletionProposals(ITextViewer viewer, int offset) {
        String prefix = prefix(viewer.getDocument(), offset);
        List<ICompletionProposal> proposals = new ArrayList<>();
        if (!prefix.isEmpty() && Character.isDigit(prefix.charAt(0))) {
            ports(prefix, offset, proposals);
            return proposals.toArray(ICompletionProposal[]::new);
        }
        if (editor.language() != Language.C) {
            Instructions.mnemonics().stream().filter(m -> m.startsWith(prefix.toLowerCase(Locale.ROOT)))
                    .forEach(m -> add(m, m, INSTRUCTION, prefix, offset, proposals));
        }
        IFile file = editor.file();
        if (file != null) {
            FirmwareCore.get().sources().names(file.getProject(), prefix).forEach(n -> add(n, n, SYMBOL, prefix, offset, proposals));
        }
        if (prefix.isEmpty()) {
            ports(prefix, offset, proposals);
        }
        return proposals.stream().limit(MAX_PROPOSALS).toArray(ICompletionProposal[]::new);
    }

    private void ports(String prefix, int offset, List<ICompletionProposal> proposals) {
        for (Map.Entry<Integer, String> port : ports.all().entrySet()) {
            String number = String.format(Locale.ROOT, "0x%02x", port.getKey());
            if (number.startsWith(prefix.toLowerCase(Locale.ROOT))) {
                add(number, number + "  " + port.getValue(), PORT, prefix, offset, proposals);
            }
        }
    }

    private void add(String text, String label, String icon, String prefix, int offset, List<ICompletionProposal> proposals) {
        proposals.add(new CompletionProposal(text, offset - prefix.length(), prefix.length(), text.length(), icons.get(icon), label, null,
                null));
    }

    private static String prefix(IDocument document, int offset) {
        int start = offset;
        try {
            while (start > 0 && Words.isPart(document.getChar(start - 1))) {
                start--;
            }
            return document.get(start, offset - start);
        } catch (BadLocationException e) {
            return "";
        }
    }

    @Override
    public IContextInformation[] computeContextInformation(ITextViewer viewer, int offset) {
        return new IContextInformation[0];
    }

    @Override
    public char[] getCompletionProposalAutoActivationCharacters() {
        return new char[0];
    }

    @Override
    public char[] getContextInformationAutoActivationCharacters() {
        return new char[0];
    }

    @Override
    public String getErrorMessage() {
        return null;
    }

    @Override
    public IContextInformationValidator getContextInformationValidator() {
        return null;
    }
}
