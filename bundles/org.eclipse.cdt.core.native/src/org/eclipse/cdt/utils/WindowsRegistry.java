package org.eclipse.cdt.utils;

/** Access to the registry of Windows. This pure Java substitute has none, which callers must already expect on Linux and macOS. */
public class WindowsRegistry {
	private WindowsRegistry() {
	}

	/** @return null: no registry is available */
	public static WindowsRegistry getRegistry() {
		return null;
	}

	public String getLocalMachineValue(String subkey, String name) {
		return null;
	}

	public String getCurrentUserValue(String subkey, String name) {
		return null;
	}

	public String getCurrentUserKeyName(String subkey, int index) {
		return null;
	}
}
