package org.domainfirmware.doc;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * A page as plain text with the places that are not plain. Pages are XHTML of headings, paragraphs, lists, tables, links, bold and code.
 *
 * @param title what its head says
 * @param text  lines of the page
 * @param marks by ascending offset
 */
public record HelpPage(String title, String text, List<Mark> marks) {
    /** How a piece of text looks. */
    public enum Look {
        TITLE, HEADING, BOLD, CODE, LINK
    }

    /** A piece of the text that is not plain; {@code target} is where a link leads, else empty. */
    public record Mark(int start, int length, Look look, String target) {
    }

    /**
     * Reads a page.
     *
     * @throws IOException when it is not well-formed
     */
    public static HelpPage read(byte[] xhtml) throws IOException {
        // The declaration of the type names no file, but some parsers look for one.
        String body = new String(xhtml, StandardCharsets.UTF_8).replaceFirst("(?i)<!DOCTYPE[^>]*>", "");
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            Element html = factory.newDocumentBuilder().parse(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8))).getDocumentElement();
            Reader reader = new Reader();
            reader.children(html, "");
            return new HelpPage(reader.title, reader.text.toString().strip() + "\n", List.copyOf(reader.marks));
        } catch (SAXException | ParserConfigurationException e) {
            throw new IOException("the page is not well-formed: " + e.getMessage(), e);
        }
    }

    /** The target of the link at a place in the text; empty when there is none. */
    public String linkAt(int offset) {
        return marks.stream().filter(m -> m.look() == Look.LINK && offset >= m.start() && offset < m.start() + m.length())
                .map(Mark::target).findFirst().orElse("");
    }

    private static final class Reader {
        private static final Set<String> BLOCKS = Set.of("p", "ul", "ol", "table", "div", "pre");
        private final StringBuilder text = new StringBuilder();
        private final List<Mark> marks = new ArrayList<>();
        private String title = "";
        private int numbered;

        private void children(Node parent, String list) {
            for (Node n = parent.getFirstChild(); n != null; n = n.getNextSibling()) {
                if (n instanceof Element e) {
                    element(e, e.getTagName(), list);
                } else if (n.getNodeType() == Node.TEXT_NODE) {
                    words(n.getNodeValue(), "pre".equals(parent.getNodeName()));
                }
            }
        }

        private void element(Element e, String tag, String list) {
            switch (tag) {
                case "head" -> title = e.getTextContent().strip();
                case "h1" -> block(e, Look.TITLE);
                case "h2", "h3", "h4" -> block(e, Look.HEADING);
                case "li" -> item(e, list);
                case "tr" -> row(e);
                case "td", "th" -> cell(e, tag);
                case "a" -> marked(e, Look.LINK, e.getAttribute("href"));
                case "b", "strong", "i", "em" -> marked(e, Look.BOLD, "");
                case "code", "kbd" -> marked(e, Look.CODE, "");
                case "br" -> text.append('\n');
                default -> {
                    numbered = tag.equals("ol") ? 0 : numbered;
                    paragraph(BLOCKS.contains(tag));
                    children(e, tag);
                    paragraph(BLOCKS.contains(tag));
                }
            }
        }

        private void block(Element e, Look look) {
            paragraph(true);
            marked(e, look, "");
            paragraph(true);
        }

        private void item(Element e, String list) {
            line();
            text.append(list.equals("ol") ? "  " + ++numbered + ". " : "  \u2022 ");
            children(e, "");
            line();
        }

        private void row(Element e) {
            line();
            text.append("  ");
            children(e, "");
            line();
        }

        /** Cells of a row follow each other; the first says what the row is about. */
        private void cell(Element e, String tag) {
            boolean first = text.toString().endsWith("\n  ");
            text.append(first ? "" : " \u2013 ");
            if (first || tag.equals("th")) {
                marked(e, Look.BOLD, "");
            } else {
                children(e, "");
            }
        }

        private void marked(Element e, Look look, String target) {
            int start = text.length();
            children(e, "");
            if (text.length() > start) {
                marks.add(new Mark(start, text.length() - start, look, target));
            }
        }

        private void words(String words, boolean verbatim) {
            String plain = verbatim ? words : words.replaceAll("\\s+", " ");
            boolean atStart = text.isEmpty() || Character.isWhitespace(text.charAt(text.length() - 1));
            text.append(atStart && !verbatim ? plain.stripLeading() : plain);
        }

        private void line() {
            trim();
            if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
                text.append('\n');
            }
        }

        private void paragraph(boolean wanted) {
            if (wanted && !text.isEmpty()) {
                line();
                if (!text.toString().endsWith("\n\n")) {
                    text.append('\n');
                }
            }
        }

        private void trim() {
            while (!text.isEmpty() && text.charAt(text.length() - 1) == ' ') {
                text.setLength(text.length() - 1);
            }
        }
    }
}
