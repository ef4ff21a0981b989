package org.domainfirmware.ui.tests;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * What this JVM holds: living objects of guests, their debugger, its views and the platform's, by class, as the heap's histogram counts
 * them after a collection; threads; open files.
 */
record LeftBehind(Map<String, Long> objects, List<String> guestThreads, List<String> files) {
	private static final Pattern LINE = Pattern.compile("\\s*\\d+:\\s+(\\d+)\\s+\\d+\\s+(\\S+).*");
	private static final List<String> COUNTED = List.of("org.domainfirmware.", "org.eclipse.debug.", "org.eclipse.ui.console.",
			"org.eclipse.swt.widgets.");
	/** Each place in a program that makes an object of a lambda has a class of its own; its number differs from run to run. */
	private static final Pattern NUMBER = Pattern.compile("(\\$\\$Lambda\\$\\d+)/0x[0-9a-f]+");

	static LeftBehind now() {
		try {
			return new LeftBehind(histogram(), threads(), openFiles());
		} catch (JMException | IOException e) {
			throw new AssertionError("the JVM tells nothing of itself", e);
		}
	}

	private static Map<String, Long> histogram() throws JMException {
		Map<String, Long> counts = new HashMap<>();
		Object text = ManagementFactory.getPlatformMBeanServer().invoke(new ObjectName("com.sun.management:type=DiagnosticCommand"),
				"gcClassHistogram", new Object[] { new String[0] }, new String[] { String[].class.getName() });
		for (String line : text.toString().split("\n")) {
			Matcher m = LINE.matcher(line);
			if (m.matches() && COUNTED.stream().anyMatch(m.group(2)::startsWith))
				counts.merge(NUMBER.matcher(m.group(2)).replaceAll("$1"), Long.valueOf(m.group(1)), Long::sum);
		}
		return counts;
	}

	private static List<String> threads() {
		return Thread.getAllStackTraces().keySet().stream().map(Thread::getName).filter(n -> n.startsWith("guest ")).sorted().toList();
	}

	private static List<String> openFiles() throws IOException {
		List<String> open = new ArrayList<>();
		try (DirectoryStream<Path> all = Files.newDirectoryStream(Path.of("/proc/self/fd"))) {
			for (Path file : all)
				if (Files.isSymbolicLink(file))
					open.add(Files.readSymbolicLink(file).toString());
		}
		return open;
	}

	/** How many there are of a class. */
	long count(Class<?> type) {
		return objects.getOrDefault(type.getName(), 0L);
	}

	/** Classes of which there are at least so many more objects than before, with their numbers. */
	List<String> grownSince(LeftBehind before, long most) {
		return objects.entrySet().stream().filter(e -> e.getValue() - before.objects.getOrDefault(e.getKey(), 0L) >= most)
				.map(e -> e.getKey() + ": " + before.objects.getOrDefault(e.getKey(), 0L) + " before, " + e.getValue() + " now").sorted().toList();
	}
}
