package cn.daxietong.law;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNResult;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;

/** The DMN models of one file, loaded once, and remembered answers: the same facts always give the same rows. */
final class DecisionTables {
    private static final int MOST_REMEMBERED = 20_000;

    private final FutureTask<Loaded> loading;
    private final Map<Question, List<Map<String, Object>>> answers = new ConcurrentHashMap<>();

    private record Question(String decision, Map<String, Object> inputs) {}

    private record Loaded(DMNRuntime runtime, DMNModel model) {}

    DecisionTables(String file) {
        this.loading = new FutureTask<>(() -> load(file));
    }

    private static Loaded load(String file) {
        var resource = ResourceFactory.newByteArrayResource(Bundled.text(file).getBytes(StandardCharsets.UTF_8));
        DMNRuntime runtime = DMNRuntimeBuilder.fromDefaults()
                .buildConfiguration()
                .fromResources(List.of(resource))
                .getOrElseThrow(e -> new IllegalStateException(file + " does not load", e));
        DMNModel model = runtime.getModels().getFirst();
        if (model.hasErrors()) {
            throw new IllegalStateException(file + ": " + model.getMessages());
        }
        return new Loaded(runtime, model);
    }

    /** Loads in the caller's thread, or waits for the one that is loading; the platform calls it off the start-up path. */
    void warm() {
        loaded();
    }

    private Loaded loaded() {
        loading.run();
        try {
            return loading.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while loading the decision tables", e);
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException("the decision tables do not load", e);
        }
    }

    /** The rows that match, in the table's order; an input left out of {@code inputs} is unknown to the table. */
    List<Map<String, Object>> rows(String decision, Map<String, Object> inputs) {
        Question question = new Question(decision, Map.copyOf(inputs));
        List<Map<String, Object>> known = answers.get(question);
        if (known != null) {
            return known;
        }
        List<Map<String, Object>> rows = evaluate(question);
        if (answers.size() < MOST_REMEMBERED) {
            answers.put(question, rows);
        }
        return rows;
    }

    private List<Map<String, Object>> evaluate(Question question) {
        Loaded tables = loaded();
        DMNContext context = tables.runtime().newContext();
        question.inputs().forEach(context::set);
        DMNResult result = tables.runtime().evaluateByName(tables.model(), context, question.decision());
        if (result.hasErrors()) {
            throw new IllegalStateException(question + ": " + result.getMessages());
        }
        return rows(result.getDecisionResultByName(question.decision()).getResult());
    }

    @SuppressWarnings("unchecked") // a COLLECT table with several outputs answers a list of maps
    private static List<Map<String, Object>> rows(@Nullable Object result) {
        List<Map<String, Object>> rows = new ArrayList<>();
        if (result instanceof List<?> list) {
            list.forEach(row -> rows.add((Map<String, Object>) row));
        }
        return List.copyOf(rows);
    }
}
