import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Makes a p2 update site the same bytes for the same commit. Bundles and features already are; the metadata is not: it holds the
 * time of the build, and lists in the order of a hash table. Usage:
 * {@code java NormaliseSite.java SITE COMMIT-TIME ZIP}; the site is changed in place and then packed into ZIP.
 */
public class NormaliseSite {
	private final Path site;
	private final Instant time;

	private NormaliseSite(Path site, Instant time) {
		this.site = site;
		this.time = time;
	}

	public static void main(String[] arguments) throws IOException {
		NormaliseSite run = new NormaliseSite(Path.of(arguments[0]), Instant.parse(arguments[1]));
		run.metadata("content");
		run.metadata("artifacts");
		run.index();
		run.pack(Path.of(arguments[2]));
	}

	/** Rewrites NAME.jar, which holds NAME.xml. */
	private void metadata(String name) throws IOException {
		Path jar = site.resolve(name + ".jar");
		String xml;
		try (FileSystem zip = FileSystems.newFileSystem(jar)) {
			xml = Files.readString(zip.getPath(name + ".xml"));
		}
		xml = sort(xml.replaceFirst("(<property name='p2.timestamp' value=')\\d+", "$1" + time.toEpochMilli()));
		try (ZipOutputStream out = open(jar)) {
			add(out, name + ".xml", xml.getBytes(StandardCharsets.UTF_8));
		}
	}

	/**
	 * Sorts each run of neighbouring property elements, and of provided capabilities, which stand on a line each; their order means
	 * nothing to p2.
	 */
	private static String sort(String xml) {
		List<String> result = new ArrayList<>();
		List<String> run = new ArrayList<>();
		String runElement = "";
		for (String line : xml.split("\n", -1)) {
			String element = sortable(line);
			if (!element.equals(runElement)) {
				run.sort(null);
				result.addAll(run);
				run.clear();
				runElement = element;
			}
			if (element.isEmpty())
				result.add(line);
			else
				run.add(line);
		}
		run.sort(null);
		result.addAll(run);
		return String.join("\n", result);
	}

	/** The name of the element that a line consists of, empty when the line must keep its place. */
	private static String sortable(String line) {
		String text = line.strip();
		if (!text.endsWith("/>"))
			return "";
		return text.startsWith("<property ") ? "property" : text.startsWith("<provided ") ? "provided" : "";
	}

	/** Tells p2 which files to look for, so that it does not try others. */
	private void index() throws IOException {
		Files.writeString(site.resolve("p2.index"), """
				version=1
				metadata.repository.factory.order=content.xml,!
				artifact.repository.factory.order=artifacts.xml,!
				""");
	}

	private void pack(Path zip) throws IOException {
		List<Path> files;
		try (Stream<Path> walk = Files.walk(site)) {
			files = walk.filter(Files::isRegularFile).sorted().toList();
		}
		try (ZipOutputStream out = open(zip)) {
			for (Path file : files)
				add(out, site.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
		}
	}

	private static ZipOutputStream open(Path file) throws IOException {
		OutputStream out = Files.newOutputStream(file);
		return new ZipOutputStream(new BufferedOutputStream(out));
	}

	private void add(ZipOutputStream out, String name, byte[] content) throws IOException {
		ZipEntry entry = new ZipEntry(name);
		entry.setTimeLocal(LocalDateTime.ofInstant(time, ZoneOffset.UTC));
		out.putNextEntry(entry);
		out.write(content);
		out.closeEntry();
	}
}
