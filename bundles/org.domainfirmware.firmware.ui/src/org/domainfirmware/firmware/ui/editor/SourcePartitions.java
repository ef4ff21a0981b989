package org.domainfirmware.firmware.ui.editor;

import java.util.ArrayList;
import java.util.List;

import org.domainfirmware.firmware.core.source.Language;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentExtension3;
import org.eclipse.jface.text.rules.EndOfLineRule;
import org.eclipse.jface.text.rules.FastPartitioner;
import org.eclipse.jface.text.rules.IPredicateRule;
import org.eclipse.jface.text.rules.MultiLineRule;
import org.eclipse.jface.text.rules.RuleBasedPartitionScanner;
import org.eclipse.jface.text.rules.SingleLineRule;
import org.eclipse.jface.text.rules.Token;

/** Divides a source text into code, comments and strings. */
final class SourcePartitions {
    static final String PARTITIONING = "org.domainfirmware.firmware.ui.source";
    static final String COMMENT = "comment";
    static final String STRING = "string";
    static final String DIRECTIVE = "directive";
    static final String[] TYPES = { IDocument.DEFAULT_CONTENT_TYPE, COMMENT, STRING, DIRECTIVE };

    private SourcePartitions() {
    }

    static void connect(IDocument document, Language language) {
        RuleBasedPartitionScanner scanner = new RuleBasedPartitionScanner();
        scanner.setPredicateRules(rules(language));
        FastPartitioner partitioner = new FastPartitioner(scanner, new String[] { COMMENT, STRING, DIRECTIVE });
        partitioner.connect(document);
        if (document instanceof IDocumentExtension3 extension) {
            extension.setDocumentPartitioner(PARTITIONING, partitioner);
        }
    }

    private static IPredicateRule[] rules(Language language) {
        Token comment = new Token(COMMENT);
        Token string = new Token(STRING);
        Token directive = new Token(DIRECTIVE);
        List<IPredicateRule> rules = new ArrayList<>();
        switch (language) {
            case C -> {
                rules.add(new EndOfLineRule("//", comment));
                rules.add(new MultiLineRule("/*", "*/", comment, (char) 0, true));
                rules.add(directive("#", directive));
                rules.add(new SingleLineRule("'", "'", string, '\\'));
            }
            case GAS -> {
                // A # in the first column is the preprocessor's, any other starts a comment.
                rules.add(directive("#", directive));
                rules.add(new EndOfLineRule("#", comment));
                rules.add(new EndOfLineRule("//", comment));
                rules.add(new MultiLineRule("/*", "*/", comment, (char) 0, true));
            }
            case NASM -> {
                rules.add(new EndOfLineRule(";", comment));
                rules.add(directive("%", directive));
                rules.add(new SingleLineRule("'", "'", string, (char) 0, true));
                rules.add(new SingleLineRule("`", "`", string, '\\', true));
            }
            case AS86 -> {
                rules.add(new EndOfLineRule(";", comment));
                rules.add(new EndOfLineRule("!", comment));
                rules.add(new SingleLineRule("'", "'", string, '\\', true));
            }
        }
        rules.add(new SingleLineRule("\"", "\"", string, '\\', true, true));
        return rules.toArray(IPredicateRule[]::new);
    }

    /** Only the word itself, so that comments and strings behind it stay what they are. */
    private static IPredicateRule directive(String sign, Token token) {
        return new FirstColumnWordRule(sign.charAt(0), token);
    }
}
