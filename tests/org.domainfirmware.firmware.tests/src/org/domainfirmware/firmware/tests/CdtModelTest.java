package org.domainfirmware.firmware.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;

import org.domainfirmware.firmware.core.FirmwareCore;
import org.eclipse.cdt.core.CCorePlugin;
import org.eclipse.cdt.core.CProjectNature;
import org.eclipse.cdt.core.dom.ast.IASTProblem;
import org.eclipse.cdt.core.dom.ast.IASTTranslationUnit;
import org.eclipse.cdt.core.index.IIndex;
import org.eclipse.cdt.core.index.IIndexBinding;
import org.eclipse.cdt.core.index.IIndexName;
import org.eclipse.cdt.core.index.IndexFilter;
import org.eclipse.cdt.core.model.CoreModel;
import org.eclipse.cdt.core.model.ICElement;
import org.eclipse.cdt.core.model.ICProject;
import org.eclipse.cdt.core.model.ITranslationUnit;
import org.eclipse.core.resources.ICommand;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What CDT makes of a firmware project: what its own editor, where it is installed, works on. */
class CdtModelTest {
    private static final int INDEXER_MILLIS = 120_000;
    private static IProject project;
    private static ICProject c;

    @BeforeAll
    static void create() throws Exception {
        Projects.noAutomaticBuilds();
        project = Projects.sample("cdt");
        c = CoreModel.getDefault().create(project);
    }

    @AfterAll
    static void delete() throws Exception {
        project.delete(true, true, null);
    }

    private static ITranslationUnit unit(String path) {
        return (ITranslationUnit) CoreModel.getDefault().create(project.getFile(path));
    }

    @Test
    void hasTheCNatureAndOnlyOurBuilder() throws Exception {
        assertTrue(project.hasNature(CProjectNature.C_NATURE_ID));
        List<String> builders = Arrays.stream(project.getDescription().getBuildSpec()).map(ICommand::getBuilderName).toList();
        assertEquals(List.of(FirmwareCore.BUILDER), builders);
        assertNotNull(CoreModel.getDefault().getProjectDescription(project));
    }

    @Test
    void translationUnitsHaveFunctionsAndLabels() throws Exception {
        List<String> inC = Arrays.stream(unit("rombios/banner.c").getChildren()).map(ICElement::getElementName).toList();
        assertTrue(inC.contains("banner_print"), inC::toString);
        List<String> inAssembly = Arrays.stream(unit("rombios/entry.S").getChildren()).map(ICElement::getElementName).toList();
        assertTrue(inAssembly.contains("int_common"), inAssembly::toString);
        Projects.build(project);
        assertFalse(c.isOnSourceRoot(project.getFile("build/firmware/rombios.map")));
    }

    @Test
    void indexFindsTheDefinitionAndTheCalls() throws Exception {
        assertTrue(CCorePlugin.getIndexManager().joinIndexer(INDEXER_MILLIS, new NullProgressMonitor()));
        IIndex index = CCorePlugin.getIndexManager().getIndex(c);
        index.acquireReadLock();
        try {
            IIndexBinding[] found = index.findBindings("banner_print".toCharArray(), IndexFilter.ALL, new NullProgressMonitor());
            assertEquals(1, found.length);
            IIndexName[] definitions = index.findNames(found[0], IIndex.FIND_DEFINITIONS);
            assertEquals(List.of("/cdt/rombios/banner.c"), Arrays.stream(definitions).map(CdtModelTest::path).toList());
            List<String> calls = Arrays.stream(index.findNames(found[0], IIndex.FIND_REFERENCES)).map(CdtModelTest::path).toList();
            assertTrue(calls.contains("/cdt/rombios/post.c"), calls::toString);
        } finally {
            index.releaseReadLock();
        }
    }

    private static String path(IIndexName name) {
        try {
            return name.getFile().getLocation().getFullPath();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** Headers are found, and the words of our compilers do not disturb the parser. */
    @Test
    void everyCFileIsParsedWithoutProblems() throws Exception {
        assertTrue(CCorePlugin.getIndexManager().joinIndexer(INDEXER_MILLIS, new NullProgressMonitor()));
        IIndex index = CCorePlugin.getIndexManager().getIndex(c);
        index.acquireReadLock();
        try {
            for (String path : List.of("rombios/post.c", "rombios/banner.c", "vgabios/screen.c", "vmxassist/emulate.c")) {
                IASTTranslationUnit ast = unit(path).getAST(index, ITranslationUnit.AST_SKIP_INDEXED_HEADERS);
                List<String> problems = Arrays.stream(ast.getPreprocessorProblems()).map(IASTProblem::getMessageWithLocation).toList();
                assertEquals(List.of(), problems, path);
                assertTrue(ast.getDeclarations(true).length > 0, path);
            }
        } finally {
            index.releaseReadLock();
        }
    }
}
