package cn.daxietong.matter;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A table of another module whose rows follow from one matter alone, such as a list that a supervising organ reads. Every step writes them in its
 * transaction, a replay writes them anew, and the verification compares them, so that the module neither listens nor mends. The table has
 * {@code matter_id} beside its columns. What implements it has a constructor without parameters, for the commands that check and mend.
 */
public interface DerivedTable {
    /** With its schema. */
    String sqlName();

    /** In Chinese, as the verification names it. */
    String title();

    List<String> columns();

    /**
     * The rows that must stand there, each in the order of the columns: texts, whole numbers, truth values, ids and instants.
     *
     * @param matter of whatever kind
     */
    Stream<List<@Nullable Object>> lines(Matter<?> matter);
}
