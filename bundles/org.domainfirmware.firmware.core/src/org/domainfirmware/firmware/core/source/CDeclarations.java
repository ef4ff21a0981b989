package org.domainfirmware.firmware.core.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import org.eclipse.cdt.core.dom.ast.IASTCompositeTypeSpecifier;
import org.eclipse.cdt.core.dom.ast.IASTDeclSpecifier;
import org.eclipse.cdt.core.dom.ast.IASTDeclaration;
import org.eclipse.cdt.core.dom.ast.IASTDeclarator;
import org.eclipse.cdt.core.dom.ast.IASTEnumerationSpecifier;
import org.eclipse.cdt.core.dom.ast.IASTFileLocation;
import org.eclipse.cdt.core.dom.ast.IASTFunctionDeclarator;
import org.eclipse.cdt.core.dom.ast.IASTFunctionDefinition;
import org.eclipse.cdt.core.dom.ast.IASTName;
import org.eclipse.cdt.core.dom.ast.IASTNode;
import org.eclipse.cdt.core.dom.ast.IASTPreprocessorMacroDefinition;
import org.eclipse.cdt.core.dom.ast.IASTSimpleDeclaration;
import org.eclipse.cdt.core.dom.ast.IASTTranslationUnit;
import org.eclipse.cdt.core.dom.ast.gnu.c.GCCLanguage;
import org.eclipse.cdt.core.parser.DefaultLogService;
import org.eclipse.cdt.core.parser.FileContent;
import org.eclipse.cdt.core.parser.IncludeFileContentProvider;
import org.eclipse.cdt.core.parser.ScannerInfo;
import org.eclipse.core.runtime.CoreException;

/** Finds what a C file declares, by CDT's parser, which also copes with a file that is being typed. Headers are not read. */
public final class CDeclarations {
    /**
     * Qualifiers of firmware sources that stand where the C grammar has none: gcc's named address spaces, and the names our own
     * headers give to them and to attributes.
     */
    public static final Map<String, String> MACROS = Map.of("__seg_gs", "", "__seg_fs", "", "ROM", "", "PACKED", "", "__packed", "",
            "VISIBLE16", "", "VISIBLE32FLAT", "", "VAR16", "", "noinline", "", "NORETURN", "");

    private final List<Declaration> found = new ArrayList<>();
    private final int[] lineStarts;

    private CDeclarations(String text) {
        lineStarts = lineStarts(text);
    }

    /**
     * The declarations of a source text, in its order.
     *
     * @throws CoreException when the parser fails, not merely when the text is wrong
     */
    public static List<Declaration> of(String name, String text) throws CoreException {
        CDeclarations reader = new CDeclarations(text);
        IASTTranslationUnit unit = GCCLanguage.getDefault().getASTTranslationUnit(FileContent.create(name, text.toCharArray()),
                new ScannerInfo(MACROS, new String[0]), IncludeFileContentProvider.getEmptyFilesProvider(), null, 0, new DefaultLogService());
        for (IASTDeclaration d : unit.getDeclarations(true)) {
            reader.declaration(d);
        }
        for (IASTPreprocessorMacroDefinition m : unit.getMacroDefinitions()) {
            reader.add(m.getName(), m, Declaration.Kind.MACRO, true);
        }
        reader.found.sort(Comparator.comparingInt(Declaration::offset));
        return reader.found;
    }

    private void declaration(IASTDeclaration d) {
        if (d instanceof IASTFunctionDefinition f) {
            add(innermost(f.getDeclarator()).getName(), f, Declaration.Kind.FUNCTION, true);
        } else if (d instanceof IASTSimpleDeclaration s) {
            type(s.getDeclSpecifier(), s);
            boolean typedef = s.getDeclSpecifier().getStorageClass() == IASTDeclSpecifier.sc_typedef;
            boolean external = s.getDeclSpecifier().getStorageClass() == IASTDeclSpecifier.sc_extern;
            for (IASTDeclarator declarator : s.getDeclarators()) {
                boolean function = declarator instanceof IASTFunctionDeclarator && declarator.getNestedDeclarator() == null;
                Declaration.Kind kind = typedef ? Declaration.Kind.TYPE : function ? Declaration.Kind.FUNCTION : Declaration.Kind.VARIABLE;
                add(innermost(declarator).getName(), s, kind, typedef || !function && !external);
            }
        }
    }

    private void type(IASTDeclSpecifier specifier, IASTNode whole) {
        if (specifier instanceof IASTCompositeTypeSpecifier composite) {
            add(composite.getName(), whole, Declaration.Kind.TYPE, true);
        } else if (specifier instanceof IASTEnumerationSpecifier enumeration) {
            add(enumeration.getName(), whole, Declaration.Kind.TYPE, true);
            for (IASTEnumerationSpecifier.IASTEnumerator e : enumeration.getEnumerators()) {
                add(e.getName(), e, Declaration.Kind.CONSTANT, true);
            }
        }
    }

    private static IASTDeclarator innermost(IASTDeclarator declarator) {
        IASTDeclarator d = declarator;
        while (d.getNestedDeclarator() != null) {
            d = d.getNestedDeclarator();
        }
        return d;
    }

    private void add(IASTName name, IASTNode whole, Declaration.Kind kind, boolean defines) {
        IASTFileLocation at = name.getFileLocation();
        IASTFileLocation range = whole.getFileLocation();
        if (at != null && range != null && name.getSimpleID().length > 0) {
            found.add(new Declaration(name.toString(), kind, at.getNodeOffset(), line(at.getNodeOffset()),
                    line(range.getNodeOffset() + Math.max(range.getNodeLength() - 1, 0)), defines));
        }
    }

    private static int[] lineStarts(String text) {
        List<Integer> starts = new ArrayList<>(List.of(0));
        for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
            starts.add(at + 1);
        }
        return starts.stream().mapToInt(Integer::intValue).toArray();
    }

    private int line(int offset) {
        int at = Arrays.binarySearch(lineStarts, offset);
        return at >= 0 ? at + 1 : -at - 1;
    }
}
