package org.eclipse.cdt.core;

/** One entry of {@link IProcessList}. */
public interface IProcessInfo {
	int getPid();

	String getName();
}
