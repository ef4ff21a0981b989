package org.domainfirmware.emulator.properties;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What holds for the whole of the emulator's code. */
class BundleTest {
    /** HotSpot never compiles a longer method (HugeMethodLimit): it would stay interpreted, 30 to 50 times slower. */
    private static final int LONGEST_METHOD = 8000;
    private static final int LONGEST_FILE = 600;
    /** There are far more; fewer mean that the wrong place was searched. */
    private static final int FEWEST_CLASSES = 300;
    private static final List<String> FOREIGN = List.of("org/eclipse/", "org/osgi/", "org.eclipse.", "org.osgi.", "java/awt/",
            "javax/swing/", "java/util/logging/", "org/slf4j/", "sun/misc/", "java/lang/reflect/Method");

    @Test
    void noMethodIsTooLongToBeCompiled() throws Exception {
        List<ClassFile> classes = Bundle.classes();
        List<String> tooLong = new ArrayList<>();
        int longest = 0;
        for (ClassFile c : classes) {
            for (ClassFile.Method m : c.methods()) {
                longest = Math.max(longest, m.codeLength());
                if (m.codeLength() >= LONGEST_METHOD) {
                    tooLong.add(c.name() + "." + m.name() + ": " + m.codeLength() + " bytes");
                }
            }
        }
        assertTrue(classes.size() >= FEWEST_CLASSES, classes.size() + " classes found");
        assertTrue(longest > 100, "no code found");
        assertEquals(List.of(), tooLong);
    }

    @Test
    void dependsOnNoEclipseNoUserInterfaceNoLogging() throws Exception {
        List<String> found = new ArrayList<>();
        for (ClassFile c : Bundle.classes()) {
            for (String s : c.strings()) {
                for (String foreign : FOREIGN) {
                    if (s.startsWith(foreign) || s.contains("L" + foreign) || s.startsWith("[L" + foreign)) {
                        found.add(c.name() + ": " + s);
                    }
                }
            }
        }
        assertEquals(List.of(), found);
    }

    /** The class file reader is no use if it overlooks things: what this test itself refers to must be found. */
    @Test
    void readerSeesReferencesAndCode() throws Exception {
        String file = "/" + BundleTest.class.getName().replace('.', '/') + ".class";
        try (var in = BundleTest.class.getResourceAsStream(file)) {
            ClassFile self = ClassFile.of(in.readAllBytes());
            assertTrue(self.strings().contains("org/junit/jupiter/api/Assertions"), "reference to JUnit");
            assertTrue(self.strings().contains("org/eclipse/"), "text");
            assertTrue(self.methods().stream().anyMatch(m -> m.name().startsWith("readerSees") && m.codeLength() > 20), "code");
        }
    }

    @Test
    void noSourceFileIsTooLong() throws Exception {
        List<Path> sources = Bundle.sources();
        List<String> tooLong = new ArrayList<>();
        for (Path source : sources) {
            int lines = Files.readAllLines(source).size();
            if (lines > LONGEST_FILE) {
                tooLong.add(source + ": " + lines + " lines");
            }
        }
        assertTrue(sources.size() >= FEWEST_CLASSES / 2, sources.size() + " files found");
        assertEquals(List.of(), tooLong);
    }
}
