package org.domainfirmware.firmware.ui.editor;

import java.util.List;

import org.domainfirmware.firmware.core.source.Declaration;
import org.domainfirmware.firmware.core.source.Language;
import org.domainfirmware.firmware.ui.FirmwareUi;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.preference.IPreferenceStore;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.source.DefaultCharacterPairMatcher;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.jface.text.source.IVerticalRuler;
import org.eclipse.jface.text.source.projection.ProjectionAnnotationModel;
import org.eclipse.jface.text.source.projection.ProjectionSupport;
import org.eclipse.jface.text.source.projection.ProjectionViewer;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.editors.text.EditorsUI;
import org.eclipse.ui.editors.text.TextEditor;
import org.eclipse.ui.ide.ResourceUtil;
import org.eclipse.ui.texteditor.ChainedPreferenceStore;
import org.eclipse.ui.texteditor.SourceViewerDecorationSupport;
import org.eclipse.ui.views.contentoutline.IContentOutlinePage;

/** The editor of C and assembly sources of firmware. */
public final class SourceEditor extends TextEditor {
    public static final String ID = "org.domainfirmware.firmware.ui.sourceEditor";
    static final String MATCHING_BRACKETS = "matchingBrackets";
    static final String MATCHING_BRACKETS_COLOR = "matchingBracketsColor";
    private static final String CONTEXT = "org.domainfirmware.firmware.ui.sourceEditorScope";

    private final Occurrences occurrences = new Occurrences();
    private Language language = Language.C;
    private volatile List<Declaration> declarations = List.of();
    private SourceOutline outline;
    private ProjectionSupport projection;

    @Override
    protected void initializeEditor() {
        super.initializeEditor();
        setPreferenceStore(new ChainedPreferenceStore(new IPreferenceStore[] { FirmwareUi.get().getPreferenceStore(), EditorsUI.getPreferenceStore() }));
        setEditorContextMenuId("#SourceEditorContext");
        setRulerContextMenuId("#SourceRulerContext");
    }

    @Override
    protected void doSetInput(IEditorInput input) throws CoreException {
        super.doSetInput(input);
        IDocument document = input == null ? null : getDocumentProvider().getDocument(input);
        if (document == null) {
            return;
        }
        language = Language.of(input.getName(), document.get());
        setTitleImage(FirmwareUi.get().getImageRegistry().get(icon(input.getName())));
        SourcePartitions.connect(document, language);
        // The viewer is there already when another input comes (Save As): what it does depends on the language.
        if (getSourceViewer() instanceof ProjectionViewer viewer) {
            viewer.unconfigure();
            viewer.configure(getSourceViewerConfiguration());
        } else {
            setSourceViewerConfiguration(new SourceConfiguration(this, getPreferenceStore()));
        }
    }

    private String icon(String name) {
        if (name.endsWith(".ld") || name.endsWith(".lds")) {
            return "file-script";
        }
        return name.endsWith(".h") ? "file-header" : language.isAssembly() ? "file-assembly" : "file-c";
    }

    @Override
    protected void initializeKeyBindingScopes() {
        setKeyBindingScopes(new String[] { "org.eclipse.ui.textEditorScope", CONTEXT });
    }

    @Override
    protected ISourceViewer createSourceViewer(Composite parent, IVerticalRuler ruler, int styles) {
        ProjectionViewer viewer = new ProjectionViewer(parent, ruler, getOverviewRuler(), isOverviewRulerVisible(), styles);
        getSourceViewerDecorationSupport(viewer);
        return viewer;
    }

    @Override
    protected void configureSourceViewerDecorationSupport(SourceViewerDecorationSupport support) {
        super.configureSourceViewerDecorationSupport(support);
        support.setCharacterPairMatcher(new DefaultCharacterPairMatcher(new char[] { '(', ')', '[', ']', '{', '}' }, SourcePartitions.PARTITIONING));
        support.setMatchingCharacterPainterPreferenceKeys(MATCHING_BRACKETS, MATCHING_BRACKETS_COLOR);
    }

    @Override
    public void createPartControl(Composite parent) {
        super.createPartControl(parent);
        Colors.onChange(getSourceViewer().getTextWidget(), getSourceViewer()::invalidateTextPresentation);
        ProjectionViewer viewer = (ProjectionViewer) getSourceViewer();
        projection = new ProjectionSupport(viewer, getAnnotationAccess(), getSharedColors());
        projection.addSummarizableAnnotationType("org.eclipse.ui.workbench.texteditor.error");
        projection.addSummarizableAnnotationType("org.eclipse.ui.workbench.texteditor.warning");
        projection.install();
        viewer.doOperation(ProjectionViewer.TOGGLE);
    }

    @Override
    protected void handleCursorPositionChanged() {
        super.handleCursorPositionChanged();
        ISourceViewer viewer = getSourceViewer();
        if (viewer != null && viewer.getDocument() != null && viewer.getAnnotationModel() != null) {
            occurrences.update(viewer.getDocument(), viewer.getAnnotationModel(), caret());
        }
    }

    /** Offset of the caret in the document. */
    int caret() {
        ProjectionViewer viewer = (ProjectionViewer) getSourceViewer();
        return Math.max(viewer.widgetOffset2ModelOffset(viewer.getTextWidget().getCaretOffset()), 0);
    }

    /** The source viewer, for commands. */
    ProjectionViewer viewer() {
        return (ProjectionViewer) getSourceViewer();
    }

    /** The language of the source. */
    public Language language() {
        return language;
    }

    /** The file in the workspace; null when the source is elsewhere. */
    public IFile file() {
        return ResourceUtil.getFile(getEditorInput());
    }

    /** What the source declares, as last read. */
    public List<Declaration> declarations() {
        return declarations;
    }

    /** Takes what the background reading found; called in its thread. */
    void declarationsRead(List<Declaration> read) {
        declarations = read;
        Display.getDefault().asyncExec(() -> {
            ProjectionViewer viewer = (ProjectionViewer) getSourceViewer();
            ProjectionAnnotationModel model = viewer == null ? null : viewer.getProjectionAnnotationModel();
            if (model != null && viewer.getDocument() != null) {
                Folding.update(model, viewer.getDocument(), read);
            }
            if (outline != null) {
                outline.show(read);
            }
        });
    }

    @Override
    public <T> T getAdapter(Class<T> type) {
        if (type == IContentOutlinePage.class) {
            if (outline == null || outline.getControl() != null && outline.getControl().isDisposed()) {
                outline = new SourceOutline(this);
            }
            return type.cast(outline);
        }
        T adapter = projection == null || getSourceViewer() == null ? null : projection.getAdapter(getSourceViewer(), type);
        return adapter != null ? adapter : super.getAdapter(type);
    }
}
