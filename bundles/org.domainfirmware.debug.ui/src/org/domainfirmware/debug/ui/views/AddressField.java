package org.domainfirmware.debug.ui.views;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.domainfirmware.debug.core.guest.GuestAddress;
import org.domainfirmware.debug.ui.guest.Guest;
import org.domainfirmware.debug.ui.model.CodePlace;
import org.domainfirmware.emulator.debug.DebugException;
import org.domainfirmware.emulator.debug.RegistersView;
import org.eclipse.jface.bindings.keys.KeyStroke;
import org.eclipse.jface.fieldassist.ContentProposal;
import org.eclipse.jface.fieldassist.ContentProposalAdapter;
import org.eclipse.jface.fieldassist.IContentProposal;
import org.eclipse.jface.fieldassist.TextContentAdapter;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;

/** Where a person types the code he wants to see: a segment and offset, a linear address or a symbol. */
final class AddressField {
    private static final int MOST_PROPOSALS = 100;

    /**
     * The code that is wanted.
     *
     * @param linear address of an instruction
     * @param place the segment to show it in
     */
    record Goal(int linear, CodePlace place) { }

    private final Text text;

    /**
     * Makes the field.
     *
     * @param names of functions and labels, to choose from
     * @param go called when something has been entered
     */
    AddressField(Composite parent, Supplier<List<String>> names, Runnable go) {
        text = new Text(parent, SWT.BORDER | SWT.SEARCH | SWT.ICON_CANCEL);
        text.setMessage("go to seg:off, linear address or symbol (Ctrl+Space); empty: follow the guest");
        text.addListener(SWT.DefaultSelection, e -> go.run());
        ContentProposalAdapter assist = new ContentProposalAdapter(text, new TextContentAdapter(),
                (typed, position) -> proposals(names.get(), typed.substring(0, position)), KeyStroke.getInstance(SWT.CTRL, ' '), null);
        assist.setProposalAcceptanceStyle(ContentProposalAdapter.PROPOSAL_REPLACE);
        assist.addContentProposalListener(chosen -> go.run());
    }

    private static IContentProposal[] proposals(List<String> names, String typed) {
        String part = typed.strip().toLowerCase(Locale.ROOT);
        return names.stream().filter(n -> n.toLowerCase(Locale.ROOT).contains(part)).limit(MOST_PROPOSALS).map(ContentProposal::new)
                .toArray(IContentProposal[]::new);
    }

    Control control() {
        return text;
    }

    /** What is typed; empty to follow the guest. */
    String text() {
        return text.getText().strip();
    }

    /**
     * What a typed text means in a guest.
     *
     * @return fails with a {@link DebugException} that says what can be typed
     */
    static CompletableFuture<Goal> goal(String typed, Guest guest, RegistersView r, CodePlace.Size size) {
        CodePlace cs = CodePlace.cs(r, size);
        if (typed.isEmpty()) {
            return CompletableFuture.completedFuture(new Goal(cs.segment().base() + r.eip(), cs));
        }
        OptionalInt symbol = guest.names().addressOf(typed);
        if (symbol.isPresent()) {
            return CompletableFuture.completedFuture(new Goal(symbol.getAsInt(), cs));
        }
        GuestAddress at;
        try {
            at = GuestAddress.parse(typed);
        } catch (IllegalArgumentException e) {
            return CompletableFuture.failedFuture(new DebugException("'" + typed
                    + "' is neither a symbol nor an address; write F000:FFF0, linear:FFFF0 or the name of a function"));
        }
        return switch (at.kind()) {
            case SEGMENT -> guest.port().toLinear(at.selector(), at.offset()).thenApply(linear -> new Goal(linear,
                    CodePlace.of(at.selector(), linear - at.offset(), r, size)));
            case LINEAR -> CompletableFuture.completedFuture(new Goal(at.offset(), cs));
            case PHYSICAL -> CompletableFuture.failedFuture(new DebugException(
                    "the disassembly shows linear addresses, not physical ones; write linear:" + Integer.toHexString(at.offset())));
        };
    }
}
