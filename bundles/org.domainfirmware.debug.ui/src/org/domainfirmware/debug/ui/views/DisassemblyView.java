package org.domainfirmware.debug.ui.views;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.domainfirmware.debug.core.model.GuestDebugTarget;
import org.domainfirmware.debug.core.model.GuestStackFrame;
import org.domainfirmware.debug.ui.breakpoints.AddressBreakpoints;
import org.domainfirmware.debug.ui.guest.Answers;
import org.domainfirmware.debug.ui.guest.Guest;
import org.domainfirmware.debug.ui.model.CodePlace;
import org.domainfirmware.debug.ui.model.CodeReader;
import org.domainfirmware.debug.ui.model.Column;
import org.domainfirmware.debug.ui.model.DisassemblyModel;
import org.domainfirmware.debug.ui.model.Row;
import org.domainfirmware.debug.ui.model.SymbolNames;
import org.domainfirmware.debug.ui.rows.RowsView;
import org.domainfirmware.debug.ui.rows.ViewActions;
import org.domainfirmware.emulator.debug.DebugPort;
import org.domainfirmware.emulator.debug.DisassembledInstruction;
import org.domainfirmware.emulator.debug.Location;
import org.domainfirmware.emulator.debug.RegistersView;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.ScrollBar;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;

/** The code around the next instruction, or around an address that was typed, mixed with its source. */
public final class DisassemblyView extends RowsView {
    public static final String ID = "org.domainfirmware.debug.ui.views.disassembly";
    private static final int CS = 1;
    /** Rows to be seen before and behind the next instruction. */
    private static final int AROUND = 3;
    private static final Set<Integer> MOVES = Set.of(SWT.ARROW_UP, SWT.ARROW_DOWN, SWT.PAGE_UP, SWT.PAGE_DOWN, SWT.HOME, SWT.END);

    /** What a question for rows finds out beside them, in another thread; it is this view's when the rows are. */
    private static final class Found {
        private volatile DisassemblyWindow window;
        private volatile AddressField.Goal goal;
        private volatile int csBase;
    }

    private final SourceTexts sources = new SourceTexts();
    private final InstructionTarget target = new InstructionTarget(this::selectedInstruction, this::stands, this::runTo);
    private DisassemblyWindow window = DisassemblyWindow.EMPTY;
    private CodePlace.Size size = CodePlace.Size.BY_CS;
    private AddressField.Goal goal;
    private int csBase;
    private AddressField address;
    /** Address in a caller that is selected in the Debug view; "" for where the guest stands. */
    private String caller = "";
    private boolean growing;
    /** Of the newest question. */
    private Found found = new Found();
    /** Whether the rows that come are to be scrolled to what they are about: not when only more of them was asked for. */
    private boolean scrollTo;

    @Override
    protected Control createHeader(Composite parent) {
        address = new AddressField(parent, () -> guest() == null ? List.of() : guest().session().symbols().codeNames(), this::go);
        return address.control();
    }

    private void go() {
        window = DisassemblyWindow.EMPTY;
        scrollTo = true;
        update();
    }

    @Override
    protected void contribute(IToolBarManager bar, IMenuManager menu, IMenuManager context) {
        ViewActions.add(context, ViewActions.push("Toggle Breakpoint", "breakpoint", this::toggleBreakpoint),
                () -> selectedInstruction() != null);
        ViewActions.add(context, ViewActions.push("Run to Here", "runto", this::runTo), this::canRun);
        ViewActions.add(context, ViewActions.push("Continue from Here (set EIP)", "setip", this::setPointer), this::canRun);
        context.add(new Separator());
        for (CodePlace.Size choice : CodePlace.Size.values()) {
            Action action = ViewActions.choice("Operands and addresses: " + choice.words(), () -> {
                size = choice;
                go();
            });
            action.setChecked(choice == size);
            context.add(action);
        }
        Tree tree = (Tree) tree().control();
        tree.addListener(SWT.MouseDoubleClick, this::doubleClicked);
        ScrollBar scroll = tree.getVerticalBar();
        scroll.addListener(SWT.Selection, e -> growAtTheEnds(scroll));
        // At an end the keys and the wheel do not move the scroll bar.
        tree.addListener(SWT.KeyUp, e -> {
            if (MOVES.contains(e.keyCode)) {
                growAtTheEnds(scroll);
            }
        });
        tree.addListener(SWT.MouseVerticalWheel, e -> growAtTheEnds(scroll));
        AddressBreakpoints.onChange(tree, this::update);
    }

    private void growAtTheEnds(ScrollBar scroll) {
        if (tree().isMoving()) {
            return;
        }
        if (scroll.getSelection() <= scroll.getMinimum()) {
            grow(true);
        } else if (scroll.getSelection() + scroll.getThumb() >= scroll.getMaximum()) {
            grow(false);
        }
    }

    /** In the margin for a breakpoint, on a source line for its editor. */
    private void doubleClicked(Event e) {
        Tree tree = (Tree) tree().control();
        TreeItem item = tree.getItem(new Point(e.x, e.y));
        if (item == null) {
            return;
        }
        if (item.getBounds(0).contains(e.x, e.y) || e.x < item.getBounds(0).x) {
            toggleBreakpoint();
        } else {
            tree().selected(SymbolNames.Line.class).stream().findFirst()
                    .ifPresent(line -> SourceTexts.open(line, getSite().getPage()));
        }
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

    private boolean stands() {
        GuestDebugTarget debugged = guest() == null ? null : guest().session().target();
        return debugged != null && debugged.thread().canResume();
    }

    /** True when there is an instruction that the guest, which stands, can run to or go on from. */
    private boolean canRun() {
        return stands() && selectedInstruction() != null;
    }

    private void runTo() {
        if (canRun()) {
            guest().session().target().thread().runTo(List.of(new Location.Linear(selectedInstruction().linear())));
        } else {
            note("Select the instruction to run to.");
        }
    }

    private void setPointer() {
        DisassembledInstruction at = selectedInstruction();
        DebugPort port = port();
        if (at != null && port != null) {
            Answers.show(tree().control(), port.writeRegister("eip", at.linear() - csBase & 0xFFFFFFFFL), done -> update(), this::note);
        }
    }

    @Override
    public <T> T getAdapter(Class<T> type) {
        return type.isInstance(target) ? type.cast(target) : super.getAdapter(type);
    }

    private void grow(boolean earlier) {
        if (guest() == null || growing || window.instructions().isEmpty()) {
            return;
        }
        growing = true;
        CodeReader code = reader(guest(), goal);
        Answers.show(tree().control(), earlier ? window.withEarlier(code) : window.withLater(code), grown -> {
            window = grown;
            update();
        }, why -> {
            growing = false;
            note(why);
        });
    }

    /** Shows where a frame is, until the guest goes on. */
    public void follow(GuestStackFrame frame) {
        String place = frame.level() == 0 ? "" : frame.frame().address();
        if (guest() != null && guest().session().equals(frame.guest().session()) && !place.equals(caller)) {
            caller = place;
            scrollTo = address.text().isEmpty();
            update();
        }
    }

    @Override
    public void guestResumed(Guest guest) {
        caller = "";
        super.guestResumed(guest);
    }

    @Override
    public void guestStopped(Guest guest) {
        scrollTo = address.text().isEmpty();
        super.guestStopped(guest);
    }

    @Override
    protected void selected(Guest guest) {
        scrollTo = true;
    }

    @Override
    protected List<Column> columns() {
        return List.of(Column.words("", 44), Column.code("Linear", 80), Column.code("Address", 92), Column.code("Bytes", 116),
                Column.code("Instruction", 330));
    }

    @Override
    protected CompletableFuture<List<Row>> rows(Guest guest) {
        String typed = address.text().isEmpty() ? caller : address.text();
        Found mine = new Found();
        found = mine;
        DisassemblyWindow shown = window;
        boolean toGoal = scrollTo;
        CodePlace.Size wantedSize = size;
        return guest.port().registers().thenComposeAsync(r -> AddressField.goal(typed, guest, r, wantedSize)
                .thenCompose(wanted -> load(shown, toGoal, reader(guest, wanted), wanted.linear()).thenApplyAsync(code -> {
                    mine.window = code;
                    mine.goal = wanted;
                    mine.csBase = r.segment(CS).base();
                    return rows(guest, r, wanted, code);
                })));
    }

    private static CodeReader reader(Guest guest, AddressField.Goal wanted) {
        return new CodeReader(guest.port(), guest.names(), wanted.place().segment());
    }

    private static CompletableFuture<DisassemblyWindow> load(DisassemblyWindow shown, boolean toGoal, CodeReader reader, int linear) {
        CompletableFuture<DisassemblyWindow> code = shown.contains(linear) || !toGoal && !shown.instructions().isEmpty()
                ? shown.again(reader) : DisassemblyWindow.around(reader, linear);
        // Code that changed may no longer have an instruction where the guest stands.
        return code.thenCompose(c -> c.contains(linear) || !toGoal ? CompletableFuture.completedFuture(c)
                : DisassemblyWindow.around(reader, linear));
    }

    private List<Row> rows(Guest guest, RegistersView r, AddressField.Goal wanted, DisassemblyWindow code) {
        SymbolNames names = guest.names();
        int here = r.segment(CS).base() + r.eip();
        return DisassemblyModel.rows(code.instructions(), new DisassemblyModel.Surroundings(wanted.place(), here,
                AddressBreakpoints.at(names), names, sources::line));
    }

    @Override
    protected void rowsShown(List<Row> rows) {
        window = found.window;
        goal = found.goal;
        csBase = found.csBase;
        growing = false;
        if (!scrollTo) {
            return;
        }
        scrollTo = false;
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).subject() instanceof DisassembledInstruction at && at.linear() == goal.linear()) {
                if (rows.get(i).tone() != Row.Tone.CURRENT) {
                    tree().select(i);
                }
                tree().reveal(i, AROUND);
            }
        }
    }

    @Override
    protected void forget() {
        caller = "";
        window = DisassemblyWindow.EMPTY;
        found = new Found();
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
