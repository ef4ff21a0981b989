package org.eclipse.cdt.utils.spawner;

import java.util.Properties;

/** The environment of this process. */
public class EnvironmentReader {
	public static Properties getEnvVars() {
		Properties variables = new Properties();
		variables.putAll(System.getenv());
		return variables;
	}

	/** @return the value, null when the variable is not set */
	public static String getEnvVar(String key) {
		return System.getenv(key);
	}
}
