package cn.daxietong.document;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A stretch of a document's body. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Section.Paragraph.class, name = "paragraph"),
    @JsonSubTypes.Type(value = Section.Heading.class, name = "heading"),
    @JsonSubTypes.Type(value = Section.KeyValues.class, name = "key_values"),
    @JsonSubTypes.Type(value = Section.Table.class, name = "table"),
    @JsonSubTypes.Type(value = Section.Form.class, name = "form")
})
public sealed interface Section {

    /** Running text, its first line two characters in; line breaks in it begin new paragraphs. */
    record Paragraph(String text) implements Section {}

    /**
     * @param level 1 is 一、in 黑体, 2 is （一）in 楷体, 3 is 1. in 仿宋; the text brings its own number
     */
    record Heading(int level, String text) implements Section {
        public Heading {
            if (level < 1 || level > 3) {
                throw new IllegalArgumentException("a heading has level 1 to 3");
            }
        }
    }

    /** Lines of 名称：内容 without a border. */
    record KeyValues(List<Field> rows) implements Section {
        public KeyValues {
            rows = List.copyOf(rows);
        }
    }

    /** A bordered table whose head is repeated on every page it runs over. */
    record Table(@Nullable String title, List<Column> columns, List<List<String>> rows) implements Section {
        public Table {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
            for (var row : rows) {
                if (row.size() != columns.size()) {
                    throw new IllegalArgumentException("a row has as many cells as the table has columns");
                }
            }
        }
    }

    /** The bordered grid of a 审批表. */
    record Form(List<Row> rows) implements Section {
        public Form {
            rows = List.copyOf(rows);
        }
    }

    record Field(String label, String value) {}

    /**
     * @param weight the column's share of the width
     */
    record Column(String title, int weight, Align align) {}

    /** How a column's cells stand; figures to the right, so that they can be compared. */
    enum Align {
        LEFT,
        CENTER,
        RIGHT
    }

    /** A row of a form. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Pairs.class, name = "pairs"),
        @JsonSubTypes.Type(value = Block.class, name = "block"),
        @JsonSubTypes.Type(value = Approval.class, name = "approval")
    })
    sealed interface Row {}

    /** One to three short fields side by side. */
    record Pairs(List<Field> fields) implements Row {
        public Pairs {
            fields = List.copyOf(fields);
            if (fields.isEmpty() || fields.size() > 3) {
                throw new IllegalArgumentException("a form row holds one to three fields");
            }
        }
    }

    /**
     * A long text over the whole width.
     *
     * @param lines the box is at least so many lines high, for what is added by hand
     */
    record Block(String label, String text, int lines) implements Row {}

    /**
     * A box for an opinion, signed and dated; what is not known yet stays blank for the pen.
     *
     * @param label 承办人意见, 审核意见, 负责人审批意见
     */
    record Approval(
            String label,
            @Nullable String opinion,
            @Nullable String signer,
            @Nullable LocalDate on) implements Row {}
}
