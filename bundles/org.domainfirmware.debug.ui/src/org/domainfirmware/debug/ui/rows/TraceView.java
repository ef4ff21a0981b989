package org.domainfirmware.debug.ui.rows;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;

import org.domainfirmware.debug.ui.guest.Guest;
import org.domainfirmware.debug.ui.model.Row;
import org.domainfirmware.emulator.debug.DebugPort;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;

/**
 * A view of a trace, with a filter above and a button that switches the trace on and off. While the button is pressed every guest that
 * was selected is traced; when it is released, or the view closed, none is.
 */
public abstract class TraceView extends RowsView {
    /** Held weakly: a guest that has ended is not to live on for having been traced. */
    private final Set<DebugPort> traced = Collections.newSetFromMap(new WeakHashMap<>());
    private Text filter;
    private Action button;

    private final String name;
    private final String hint;
    private final String buttonText;
    private final boolean pressed;
    private String expanded = "";

    /**
     * A trace.
     *
     * @param name begins the ids of its widgets
     * @param hint examples of what the filter takes
     * @param buttonText what the button does
     * @param pressed whether the trace is on from the beginning
     */
    protected TraceView(String name, String hint, String buttonText, boolean pressed) {
        this.name = name;
        this.hint = hint;
        this.buttonText = buttonText;
        this.pressed = pressed;
    }

    /** Switches a guest's trace. */
    protected abstract void trace(DebugPort port, boolean on);

    @Override
    protected Control createHeader(Composite parent) {
        filter = new Text(parent, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL | SWT.BORDER);
        filter.setData("org.domainfirmware.id", name + ".filter");
        filter.setMessage(hint);
        filter.addModifyListener(e -> update());
        return filter;
    }

    @Override
    protected void contribute(IToolBarManager bar, IMenuManager menu, IMenuManager context) {
        button = ViewActions.check(buttonText, "trace", on -> switched());
        button.setChecked(pressed);
        bar.add(button);
    }

    /** Whether the button is pressed. */
    protected final boolean isTracing() {
        return button.isChecked();
    }

    /** What is to be seen; "" for everything. */
    protected final String wanted() {
        return filter.getText();
    }

    private void switched() {
        if (isTracing()) {
            begin(port());
        } else {
            end();
        }
        tick();
        update();
    }

    private void begin(DebugPort port) {
        if (port != null && traced.add(port)) {
            trace(port, true);
        }
    }

    private void end() {
        traced.forEach(port -> trace(port, false));
        traced.clear();
    }

    @Override
    protected boolean isLive() {
        return isTracing();
    }

    @Override
    protected void selected(Guest guest) {
        if (button != null && isTracing() && guest != null) {
            begin(guest.port());
        }
    }

    /** Every entry is new: to highlight them all would say nothing. */
    @Override
    protected boolean highlightsChanges() {
        return false;
    }

    /** What has happened stays true. */
    @Override
    protected boolean agesWhileRunning() {
        return false;
    }

    /** A new filter opens what it leaves. */
    @Override
    protected void rowsShown(List<Row> rows) {
        if (!wanted().equals(expanded)) {
            expanded = wanted();
            if (!expanded.isEmpty()) {
                tree().viewer().expandAll();
            }
        }
    }

    @Override
    public void dispose() {
        end();
        super.dispose();
    }
}
