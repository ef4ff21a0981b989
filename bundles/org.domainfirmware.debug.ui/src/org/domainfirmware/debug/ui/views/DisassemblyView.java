package org.domainfirmware.debug.ui.views;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.domainfirmware.debug.core.guest.GuestAddress;
import org.domainfirmware.debug.core.model.GuestDebugTarget;
import org.domainfirmware.debug.ui.breakpoints.AddressBreakpoints;
import org.domainfirmware.debug.ui.guest.Answers;
import org.domainfirmware.debug.ui.guest.Guest;
import org.domainfirmware.debug.ui.model.Column;
import org.domainfirmware.debug.ui.model.CpuMode;
import org.domainfirmware.debug.ui.model.DisassemblyModel;
import org.domainfirmware.debug.ui.model.Row;
import org.domainfirmware.debug.ui.model.SymbolNames;
import org.domainfirmware.debug.ui.rows.RowsView;
import org.domainfirmware.debug.ui.rows.ViewActions;
import org.domainfirmware.emulator.debug.DebugPort;
import org.domainfirmware.emulator.debug.DisassembledInstruction;
import org.domainfirmware.emulator.debug.Location;
import org.domainfirmware.emulator.debug.RegistersView;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.ScrollBar;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;

/** The code around the next instruction, or around an address that was typed, mixed with its source. */
public final class DisassemblyView extends RowsView {
    public static final String ID = "org.domainfirmware.debug.ui.views.disassembly";
    private static final int CS = 1;
    /** Rows to be seen before and behind the next instruction. */
    private static final int AROUND = 3;

    private final SourceTexts sources = new SourceTexts();
    private volatile DisassemblyWindow window = DisassemblyWindow.EMPTY;
    private Text address;
    private boolean growing;
    /** Whether the rows that come are to be scrolled to what they are about: not when only more of them was asked for. */
    private boolean scrollTo;
    private volatile int wanted;

    @Override
    protected Control createHeader(Composite parent) {
        address = new Text(parent, SWT.BORDER | SWT.SEARCH);
        address.setMessage("go to seg:off or linear address; empty: follow the guest");
        address.addListener(SWT.DefaultSelection, e -> {
            window = DisassemblyWindow.EMPTY;
            scrollTo = true;
            update();
        });
        return address;
    }

    @Override
    protected void contribute(IToolBarManager bar, IMenuManager menu, IMenuManager context) {
        bar.add(ViewActions.push("Earlier instructions", "up", () -> grow(true)));
        bar.add(ViewActions.push("Later instructions", "down", () -> grow(false)));
        context.add(ViewActions.push("Toggle Breakpoint", "breakpoint", this::toggleBreakpoint));
        context.add(ViewActions.push("Run to Here", "runto", this::runTo));
        context.add(ViewActions.push("Continue from Here (set EIP)", "setip", this::setPointer));
        Tree tree = (Tree) tree().control();
        tree.addListener(SWT.MouseDoubleClick, e -> toggleBreakpoint());
        ScrollBar scroll = tree.getVerticalBar();
        scroll.addListener(SWT.Selection, e -> {
            if (scroll.getSelection() <= scroll.getMinimum()) {
                grow(true);
            } else if (scroll.getSelection() + scroll.getThumb() >= scroll.getMaximum()) {
                grow(false);
            }
        });
        AddressBreakpoints.onChange(tree, this::update);
    }

    private DisassembledInstruction selectedInstruction() {
        List<DisassembledInstruction> selected = tree().selected(DisassembledInstruction.class);
        return selected.isEmpty() ? null : selected.get(0);
    }

    private void toggleBreakpoint() {
        DisassembledInstruction at = selectedInstruction();
        if (at != null) {
            AddressBreakpoints.toggle(getSite().getShell(), at.linear());
        }
    }

    private void runTo() {
        DisassembledInstruction at = selectedInstruction();
        GuestDebugTarget target = guest() == null ? null : guest().session().target();
        if (at == null || target == null || !target.thread().canResume()) {
            note(at == null ? "" : "Run to Here needs a debugged guest that stands.");
            return;
        }
        target.thread().runTo(List.of(new Location.Linear(at.linear())));
    }

    private void setPointer() {
        DisassembledInstruction at = selectedInstruction();
        DebugPort port = port();
        if (at != null && port != null) {
            Answers.show(tree().control(), port.writeRegister("eip", at.offset() & 0xFFFFFFFFL), done -> update(), this::note);
        }
    }

    private void grow(boolean earlier) {
        DebugPort port = port();
        if (port == null || growing || window.instructions().isEmpty()) {
            return;
        }
        growing = true;
        Answers.show(tree().control(), earlier ? window.withEarlier(port) : window.withLater(port), grown -> {
            growing = false;
            window = grown;
            update();
        }, why -> {
            growing = false;
            note(why);
        });
    }

    @Override
    public void guestStopped(Guest guest) {
        scrollTo = address.getText().isBlank();
        super.guestStopped(guest);
    }

    @Override
    protected void selected(Guest guest) {
        scrollTo = true;
    }

    @Override
    protected List<Column> columns() {
        return List.of(Column.words("", 52), Column.code("Linear", 80), Column.code("Address", 110), Column.code("Bytes", 130),
                Column.code("Instruction", 330));
    }

    @Override
    protected CompletableFuture<List<Row>> rows(Guest guest) {
        String typed = address.getText().strip();
        return guest.port().registers().thenCompose(r -> {
            int current = r.segment(CS).base() + r.eip();
            return start(guest.port(), typed, current).thenCompose(linear -> load(guest.port(), linear)
                    .thenApplyAsync(code -> rows(guest, r, current, linear, code)));
        });
    }

    private static CompletableFuture<Integer> start(DebugPort port, String typed, int current) {
        if (typed.isEmpty()) {
            return CompletableFuture.completedFuture(current);
        }
        GuestAddress at;
        try {
            at = GuestAddress.parse(typed);
        } catch (IllegalArgumentException e) {
            return CompletableFuture.failedFuture(new org.domainfirmware.emulator.debug.DebugException(e.getMessage()));
        }
        return at.kind() == GuestAddress.Kind.SEGMENT ? port.toLinear(at.selector(), at.offset())
                : CompletableFuture.completedFuture(at.offset());
    }

    private CompletableFuture<DisassemblyWindow> load(DebugPort port, int linear) {
        CompletableFuture<DisassemblyWindow> code = window.contains(linear) ? window.again(port)
                : DisassemblyWindow.around(port, linear);
        // Code that changed may no longer have an instruction where the guest stands.
        return code.thenCompose(c -> c.contains(linear) ? CompletableFuture.completedFuture(c)
                : DisassemblyWindow.around(port, linear));
    }

    private List<Row> rows(Guest guest, RegistersView r, int current, int target, DisassemblyWindow code) {
        window = code;
        wanted = target;
        SymbolNames names = guest.names();
        return DisassemblyModel.rows(code.instructions(), new DisassemblyModel.Surroundings(r.segment(CS).selector(),
                r.segment(CS).limit(), CpuMode.isParagraphs(r), current,
                AddressBreakpoints.at(names), names, sources::line));
    }

    @Override
    protected void rowsShown(List<Row> rows) {
        if (!scrollTo) {
            return;
        }
        scrollTo = false;
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).subject() instanceof DisassembledInstruction at && at.linear() == wanted) {
                tree().reveal(i, AROUND);
                if (rows.get(i).tone() != Row.Tone.CURRENT) {
                    tree().select(i);
                }
            }
        }
    }

    @Override
    protected void forget() {
        window = DisassemblyWindow.EMPTY;
        sources.forget();
        super.forget();
    }

    @Override
    protected boolean highlightsChanges() {
        return false;
    }

    @Override
    protected String exportName() {
        return "disassembly";
    }
}
