package org.domainfirmware.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import org.domainfirmware.ui.driver.Click;
import org.domainfirmware.ui.driver.Find;
import org.domainfirmware.ui.driver.UiThread;
import org.domainfirmware.ui.driver.Wait;
import org.domainfirmware.watched.Busy;
import org.domainfirmware.watched.BusyDialog;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The watchdog sees each way in which code of ours can keep the UI thread busy, and takes nothing else for ours. */
class UiWatchdogTest {
	private final Display display = UiThread.display();
	private final AtomicBoolean done = new AtomicBoolean();
	private Shell dialog;
	private Button button;

	@BeforeEach
	void createDialog() {
		UiThread.run(() -> {
			dialog = new Shell(display);
			dialog.setText("Watched");
			button = new Button(dialog, SWT.PUSH);
			button.setText("Close");
			button.pack();
			dialog.pack();
		});
	}

	@AfterEach
	void disposeDialog() {
		UiThread.run(dialog::dispose);
	}

	/** The blocks while something is set going, until it is done. */
	private List<String> blocks(Runnable start) {
		UiWatchdog watchdog = new UiWatchdog();
		try (watchdog) {
			start.run();
			Wait.until("the work", done::get);
		}
		return watchdog.blocks();
	}

	private void isSeen(String culprit, Runnable start) {
		List<String> blocks = blocks(start);
		assertEquals(1, blocks.size(), blocks::toString);
		assertTrue(blocks.get(0).contains(Busy.class.getName() + "." + culprit), blocks::toString);
	}

	private void finish() {
		done.set(true);
	}

	@Test
	void aRunnableIsSeen() {
		isSeen("computes", () -> {
			display.asyncExec(Busy::computes);
			display.asyncExec(this::finish);
		});
	}

	@Test
	void waitingIsSeen() {
		isSeen("waits", () -> {
			display.asyncExec(Busy::waits);
			display.asyncExec(this::finish);
		});
	}

	@Test
	void aTimerIsSeen() {
		isSeen("computes", () -> UiThread.run(() -> {
			display.timerExec(1, Busy::computes);
			display.timerExec(2, this::finish);
		}));
	}

	@Test
	void whatAJobLetsTheUiThreadDoIsSeen() {
		isSeen("computes", () -> Job.createSystem("lets the UI thread work", monitor -> {
			display.syncExec(Busy::computes);
			finish();
		}).schedule());
	}

	/** A person's click comes from the platform, a test's from the driver: both end in a listener. */
	@Test
	void aClickIsSeen() {
		UiThread.run(() -> button.addListener(SWT.Selection, Busy::hears));
		isSeen("computes", () -> {
			Click.on(button);
			display.asyncExec(this::finish);
		});
	}

	/** As dialogs do: an event loop within an event. */
	private void openAndLoop() {
		dialog.open();
		while (!dialog.isDisposed())
			if (!display.readAndDispatch())
				display.sleep();
	}

	private void close() {
		UiThread.run(() -> button.addListener(SWT.Selection, event -> dialog.close()));
		Click.on(Find.in(dialog).text("Close").the(Button.class));
		Wait.until("the dialog to close", dialog::isDisposed);
	}

	@Test
	void whatHappensWhileADialogIsOpenIsSeen() {
		isSeen("computes", () -> {
			display.asyncExec(this::openAndLoop);
			Find.shell("Watched");
			display.asyncExec(Busy::computes);
			close();
			finish();
		});
	}

	@Test
	void whatIsDoneAfterADialogIsSeen() {
		isSeen("computes", () -> {
			display.asyncExec(Busy.after(this::openAndLoop));
			Find.shell("Watched");
			close();
			display.asyncExec(this::finish);
		});
	}

	@Test
	void whatOurPartOfADialogNeedsToOpenIsSeen() {
		isSeen("computes", () -> {
			display.asyncExec(() -> BusyDialog.opens(dialog));
			Click.on(Find.in(Find.shell("Busy")).text("Cancel").the(Button.class));
			Wait.until("the dialog to close", () -> UiThread.call(() -> dialog.getShells().length == 0));
			display.asyncExec(this::finish);
		});
	}

	@Test
	void anOpenDialogIsNoBlock() {
		assertEquals(List.of(), blocks(() -> {
			display.asyncExec(Busy.opening(this::openAndLoop));
			Find.shell("Watched");
			Busy.waits();
			close();
			finish();
		}));
	}

	@Test
	void whatATestDoesItselfIsNotOurs() {
		assertEquals(List.of(), blocks(() -> UiThread.run(() -> {
			Busy.computes();
			finish();
		})));
	}
}
