package org.domainfirmware.ui.driver;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/** JUnit extension: when a test fails, the screen at that moment is saved as {@code failed-Class.method.png}. */
public class ScreenshotOnFailure implements TestExecutionExceptionHandler {
	@Override
	public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
		Screenshot.screen("failed-" + context.getRequiredTestClass().getSimpleName() + "." + context.getRequiredTestMethod().getName());
		throw failure;
	}
}
