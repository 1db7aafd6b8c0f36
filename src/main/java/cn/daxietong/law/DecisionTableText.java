package cn.daxietong.law;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * A decision table as a lawyer reads it: the same file that decides, its cells in words, each row with its article.
 *
 * @param name as in the address of its page
 * @param conditions the titles of the columns that must hold
 * @param results the titles of the columns that follow from them
 */
public record DecisionTableText(
        String name, String title, List<String> conditions, List<String> results, List<Row> rows) {
    private static final List<String> FILES =
            List.of("jurisdiction.dmn", "threshold.dmn", "supervision.dmn", "reward.dmn");
    /** Shown in the column of the article instead of one of their own. */
    private static final Set<String> BESIDE = Set.of("article", "mark");

    private static final Pattern SINCE = Pattern.compile(">= date\\(\"([^\"]+)\"\\)");
    private static final Pattern BEFORE = Pattern.compile("< date\\(\"([^\"]+)\"\\)");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");
    private static final List<DecisionTableText> BUNDLED = read();

    /**
     * One row.
     *
     * @param id the limb's, where the row is one
     * @param note the source in words
     */
    public record Row(
            String id,
            List<String> conditions,
            List<String> results,
            @Nullable Article article,
            String note,
            boolean recalled) {}

    static List<DecisionTableText> all() {
        return BUNDLED;
    }

    static Optional<DecisionTableText> find(String name) {
        return BUNDLED.stream().filter(table -> table.name().equals(name)).findFirst();
    }

    private static List<DecisionTableText> read() {
        List<DecisionTableText> tables = new ArrayList<>();
        for (String file : FILES) {
            for (Element decision : elements(document(file), "decision")) {
                tables.add(table(decision));
            }
        }
        return List.copyOf(tables);
    }

    private static Element document(String file) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(Bundled.text(file).getBytes(StandardCharsets.UTF_8)))
                    .getDocumentElement();
        } catch (Exception e) {
            throw new IllegalStateException(file + " cannot be read", e);
        }
    }

    private static DecisionTableText table(Element decision) {
        List<Element> outputs = elements(decision, "output");
        List<String> names = outputs.stream().map(o -> o.getAttribute("name")).toList();
        List<Row> rows = elements(decision, "rule").stream()
                .map(rule -> row(rule, names))
                .toList();
        List<String> conditions = elements(decision, "input").stream()
                .map(input -> input.getAttribute("label"))
                .toList();
        return new DecisionTableText(
                decision.getAttribute("name"), text(decision, "description"), conditions, heads(outputs, names), rows);
    }

    private static List<String> heads(List<Element> outputs, List<String> names) {
        if (names.contains("limb")) {
            return List.of("涉嫌罪名", "标准");
        }
        if (names.contains("basis")) {
            return List.of("单位", "办理", "依据");
        }
        return outputs.stream()
                .filter(o -> !BESIDE.contains(o.getAttribute("name")))
                .map(o -> o.getAttribute("label"))
                .toList();
    }

    private static Row row(Element rule, List<String> names) {
        List<String> conditions = elements(rule, "inputEntry").stream()
                .map(cell -> words(text(cell, "text")))
                .toList();
        Map<String, String> out = new HashMap<>();
        List<Element> cells = elements(rule, "outputEntry");
        for (int i = 0; i < names.size(); i++) {
            out.put(names.get(i), text(cells.get(i), "text").replace("\"", ""));
        }
        return new Row(
                value(out, "limb"),
                conditions,
                results(out, names),
                Articles.bundled().find(value(out, "article")).orElse(null),
                text(elements(rule, "annotationEntry").getFirst(), "text"),
                value(out, "mark").equals(Mark.RECALLED.sign()));
    }

    private static List<String> results(Map<String, String> out, List<String> names) {
        if (names.contains("limb")) {
            return List.of(value(out, "offence"), value(out, "title"));
        }
        if (names.contains("basis")) {
            return List.of(
                    value(out, "unit"),
                    value(out, "step") + (value(out, "role").equals("assist") ? "（协助）" : ""),
                    JurisdictionAssessment.Basis.valueOf(value(out, "basis").toUpperCase(java.util.Locale.ROOT))
                            .title());
        }
        return names.stream()
                .filter(name -> !BESIDE.contains(name))
                .map(name -> value(out, name))
                .toList();
    }

    private static String value(Map<String, String> out, String name) {
        return out.getOrDefault(name, "");
    }

    /** FEEL to Chinese; the file stays the source, so nothing can be read here that does not decide there. */
    static String words(String feel) {
        if (feel.equals("-")) {
            return "不限";
        }
        if (feel.equals("true") || feel.equals("false")) {
            return feel.equals("true") ? "是" : "否";
        }
        Matcher since = SINCE.matcher(feel);
        if (since.matches()) {
            return since.group(1) + "起";
        }
        Matcher before = BEFORE.matcher(feel);
        if (before.matches()) {
            return before.group(1) + "前";
        }
        String inner = feel.startsWith("not(") ? feel.substring(4, feel.length() - 1) : feel;
        List<String> values = new ArrayList<>();
        QUOTED.matcher(inner).results().forEach(match -> values.add(Terms.of(match.group(1))));
        String joined = String.join("、", values);
        return feel.startsWith("not(") ? "除" + joined + "以外" : joined;
    }

    private static String text(Element parent, String name) {
        List<Element> found = elements(parent, name);
        return found.isEmpty() ? "" : found.getFirst().getTextContent().strip();
    }

    private static List<Element> elements(Element parent, String name) {
        NodeList nodes = parent.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            if (nodes.item(i) instanceof Element element) {
                elements.add(element);
            }
        }
        return elements;
    }
}
