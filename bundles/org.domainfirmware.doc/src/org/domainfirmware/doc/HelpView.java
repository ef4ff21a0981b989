package org.domainfirmware.doc;

import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.Platform;
import org.eclipse.help.HelpSystem;
import org.eclipse.help.IToc;
import org.eclipse.help.ITopic;
import org.eclipse.help.IUAElement;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.part.ViewPart;
import org.osgi.framework.Bundle;

/** The contents of the help, and a page of it. */
public final class HelpView extends ViewPart {
    public static final String ID = "org.domainfirmware.doc.helpView";
    private static final String FIRST = "/org.domainfirmware.doc/html/overview.html";
    private static final int MARGIN = 12;

    private final Deque<String> before = new ArrayDeque<>();
    private TreeViewer contents;
    private StyledText text;
    private HelpPage page;
    private String href = "";
    private Action back;

    @Override
    public void createPartControl(Composite parent) {
        SashForm sash = new SashForm(parent, SWT.HORIZONTAL);
        contents = new TreeViewer(sash, SWT.SINGLE | SWT.V_SCROLL);
        contents.setContentProvider(new Contents());
        contents.setLabelProvider(LabelProvider.createTextProvider(e -> e instanceof IToc toc ? toc.getLabel() : ((ITopic) e).getLabel()));
        contents.setAutoExpandLevel(2);
        contents.setInput(HelpSystem.getTocs());
        contents.addSelectionChangedListener(e -> selected(e.getStructuredSelection()));
        text = new StyledText(sash, SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL);
        text.setMargins(MARGIN, MARGIN, MARGIN, MARGIN);
        text.addListener(SWT.MouseUp, this::clicked);
        sash.setWeights(1, 3);
        back = new Action("Back") {
            @Override
            public void run() {
                back();
            }
        };
        back.setImageDescriptor(PlatformUI.getWorkbench().getSharedImages().getImageDescriptor(ISharedImages.IMG_TOOL_BACK));
        getViewSite().getActionBars().getToolBarManager().add(back);
        show(FIRST);
    }

    @Override
    public void setFocus() {
        text.setFocus();
    }

    private void selected(IStructuredSelection selection) {
        Object e = selection.getFirstElement();
        String target = e instanceof IToc toc ? toc.getTopic(null).getHref() : e instanceof ITopic topic ? topic.getHref() : null;
        if (target != null && !target.equals(href)) {
            open(target);
        }
    }

    /** Shows a page, named as help pages are: /bundle/path; one may come back from it. */
    public void open(String target) {
        if (!href.isEmpty()) {
            before.push(href);
        }
        show(target);
    }

    private void back() {
        if (!before.isEmpty()) {
            show(before.pop());
        }
    }

    private void show(String target) {
        String path = target.replaceFirst("[?#].*", "");
        try {
            page = HelpPage.read(content(path));
            href = path;
        } catch (IOException e) {
            ILog.of(HelpView.class).warn("Help page " + path + " cannot be shown", e);
            page = new HelpPage("", "There is no help page " + path + ".\n", List.of());
        }
        text.setText(page.text());
        text.setStyleRanges(page.marks().stream().map(this::style).toArray(StyleRange[]::new));
        text.setTopIndex(0);
        back.setEnabled(!before.isEmpty());
        setContentDescription(page.title());
    }

    private StyleRange style(HelpPage.Mark mark) {
        StyleRange style = new StyleRange();
        style.start = mark.start();
        style.length = mark.length();
        switch (mark.look()) {
            case TITLE -> style.font = JFaceResources.getHeaderFont();
            case HEADING -> style.font = JFaceResources.getBannerFont();
            case BOLD -> style.fontStyle = SWT.BOLD;
            case CODE -> style.font = JFaceResources.getTextFont();
            case LINK -> {
                style.underline = true;
                style.underlineStyle = SWT.UNDERLINE_LINK;
            }
        }
        return style;
    }

    private static byte[] content(String path) throws IOException {
        String[] parts = path.split("/", 3);
        Bundle bundle = parts.length == 3 ? Platform.getBundle(parts[1]) : null;
        URL entry = bundle == null ? null : bundle.getEntry(parts[2]);
        if (entry == null) {
            throw new IOException("no such page");
        }
        try (InputStream in = entry.openStream()) {
            return in.readAllBytes();
        }
    }

    private void clicked(Event e) {
        int offset = text.getOffsetAtPoint(new Point(e.x, e.y));
        String target = offset < 0 ? "" : page.linkAt(offset);
        if (target.matches("https?:.*")) {
            browse(target);
        } else if (!target.isEmpty()) {
            open(URI.create(href).resolve(target).toString());
        }
    }

    private static void browse(String address) {
        try {
            PlatformUI.getWorkbench().getBrowserSupport().getExternalBrowser().openURL(new URL(address));
        } catch (PartInitException | MalformedURLException e) {
            ILog.of(HelpView.class).warn(address + " cannot be opened", e);
        }
    }

    private static final class Contents implements ITreeContentProvider {
        @Override
        public Object[] getElements(Object input) {
            return (Object[]) input;
        }

        @Override
        public Object[] getChildren(Object parent) {
            return ((IUAElement) parent).getChildren().length == 0 ? new Object[0]
                    : Arrays.stream(((IUAElement) parent).getChildren()).filter(ITopic.class::isInstance).toArray();
        }

        @Override
        public Object getParent(Object element) {
            return null;
        }

        @Override
        public boolean hasChildren(Object element) {
            return getChildren(element).length > 0;
        }
    }
}
