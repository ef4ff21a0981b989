package org.domainfirmware.firmware.ui.editor;

import org.domainfirmware.firmware.core.source.Language;
import org.eclipse.jface.preference.IPreferenceStore;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextHover;
import org.eclipse.jface.text.contentassist.ContentAssistant;
import org.eclipse.jface.text.contentassist.IContentAssistant;
import org.eclipse.jface.text.presentation.IPresentationReconciler;
import org.eclipse.jface.text.presentation.PresentationReconciler;
import org.eclipse.jface.text.reconciler.IReconciler;
import org.eclipse.jface.text.reconciler.MonoReconciler;
import org.eclipse.jface.text.rules.DefaultDamagerRepairer;
import org.eclipse.jface.text.rules.ITokenScanner;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.ui.editors.text.TextSourceViewerConfiguration;

/** What the source viewer of our editor can do. */
final class SourceConfiguration extends TextSourceViewerConfiguration {
    private static final int RECONCILE_MILLIS = 400;
    private final SourceEditor editor;

    SourceConfiguration(SourceEditor editor, IPreferenceStore preferences) {
        super(preferences);
        this.editor = editor;
    }

    @Override
    public String getConfiguredDocumentPartitioning(ISourceViewer viewer) {
        return SourcePartitions.PARTITIONING;
    }

    @Override
    public String[] getConfiguredContentTypes(ISourceViewer viewer) {
        return SourcePartitions.TYPES;
    }

    @Override
    public IPresentationReconciler getPresentationReconciler(ISourceViewer viewer) {
        PresentationReconciler reconciler = new PresentationReconciler();
        reconciler.setDocumentPartitioning(SourcePartitions.PARTITIONING);
        color(reconciler, IDocument.DEFAULT_CONTENT_TYPE, new CodeScanner(editor.language()));
        color(reconciler, SourcePartitions.COMMENT, new WholePartitionScanner(Colors.COMMENT));
        color(reconciler, SourcePartitions.STRING, editor.language() == Language.C ? new InlineAssemblyScanner()
                : new WholePartitionScanner(Colors.STRING));
        color(reconciler, SourcePartitions.DIRECTIVE, new WholePartitionScanner(Colors.DIRECTIVE));
        return reconciler;
    }

    private static void color(PresentationReconciler reconciler, String type, ITokenScanner scanner) {
        DefaultDamagerRepairer repairer = new DefaultDamagerRepairer(scanner);
        reconciler.setDamager(repairer, type);
        reconciler.setRepairer(repairer, type);
    }

    @Override
    public String[] getDefaultPrefixes(ISourceViewer viewer, String type) {
        return new String[] { commentPrefix(editor.language()), "" };
    }

    /** What makes a line a comment. In a file for the preprocessor a # in the first column would be its own. */
    static String commentPrefix(Language language) {
        return language == Language.GAS ? "//" : language.lineComment();
    }

    @Override
    public IContentAssistant getContentAssistant(ISourceViewer viewer) {
        ContentAssistant assistant = new ContentAssistant(true);
        assistant.setDocumentPartitioning(SourcePartitions.PARTITIONING);
        assistant.setContentAssistProcessor(new SourceAssist(editor), IDocument.DEFAULT_CONTENT_TYPE);
        assistant.setInformationControlCreator(getInformationControlCreator(viewer));
        assistant.enableAutoActivation(false);
        return assistant;
    }

    @Override
    public ITextHover getTextHover(ISourceViewer viewer, String type) {
        ITextHover annotations = super.getTextHover(viewer, type);
        return new SymbolHover(editor, annotations);
    }

    @Override
    public IReconciler getReconciler(ISourceViewer viewer) {
        MonoReconciler reconciler = new MonoReconciler(new OutlineStrategy(editor), false);
        reconciler.setDelay(RECONCILE_MILLIS);
        return reconciler;
    }
}
