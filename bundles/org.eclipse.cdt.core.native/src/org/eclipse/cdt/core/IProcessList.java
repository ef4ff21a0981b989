package org.eclipse.cdt.core;

/** The processes of the host, as CDT's attach dialogs would list them. Nothing of the workbench attaches to processes. */
public interface IProcessList {
	IProcessInfo[] getProcessList();
}
