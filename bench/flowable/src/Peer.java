import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.impl.cfg.StandaloneProcessEngineConfiguration;

/** The five steps of a lead as a Flowable process with five user tasks, on the database named by the environment; prints rates. */
public final class Peer {
    private static final String MODEL = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="bench" xmlns:flowable="http://flowable.org/bpmn">
              <process id="lead" isExecutable="true">
                <startEvent id="start"/>
                <userTask id="register" name="登记" flowable:candidateGroups="T01"/>
                <userTask id="dispatch" name="分派" flowable:candidateGroups="OFFICE"/>
                <userTask id="accept" name="受理" flowable:candidateGroups="U12" flowable:dueDate="${due}"/>
                <userTask id="verify" name="核查" flowable:candidateGroups="U12" flowable:dueDate="${due}"/>
                <userTask id="close" name="办结" flowable:candidateGroups="U12"/>
                <endEvent id="end"/>
                <sequenceFlow id="f0" sourceRef="start" targetRef="register"/>
                <sequenceFlow id="f1" sourceRef="register" targetRef="dispatch"/>
                <sequenceFlow id="f2" sourceRef="dispatch" targetRef="accept"/>
                <sequenceFlow id="f3" sourceRef="accept" targetRef="verify"/>
                <sequenceFlow id="f4" sourceRef="verify" targetRef="close"/>
                <sequenceFlow id="f5" sourceRef="close" targetRef="end"/>
              </process>
            </definitions>
            """;

    /**
     * Arguments: most threads, open processes behind the to-do page. Then, a line at a time, what is asked for ({@code processes} or
     * {@code todo_pages}), threads and seconds; each is answered by a line with the rate.
     */
    public static void main(String[] arguments) throws Exception {
        var open = Integer.parseInt(arguments[1]);
        var pool = new HikariConfig();
        pool.setJdbcUrl(System.getenv("PEER_URL"));
        pool.setUsername(System.getenv("PEER_USER"));
        pool.setPassword(System.getenv("PEER_PASSWORD"));
        pool.setMaximumPoolSize(Integer.parseInt(arguments[0]));
        pool.setMinimumIdle(0);
        try (var source = new HikariDataSource(pool);
                var asked = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            var configuration = new StandaloneProcessEngineConfiguration();
            configuration.setDataSource(source);
            configuration.setDatabaseSchemaUpdate("true");
            configuration.setAsyncExecutorActivate(false);
            var engine = configuration.buildProcessEngine();
            engine.getRepositoryService()
                    .createDeployment()
                    .addBytes("lead.bpmn20.xml", MODEL.getBytes(StandardCharsets.UTF_8))
                    .deploy();
            for (int i = 0; i < open; i++) {
                begun(engine);
            }
            for (var line = asked.readLine(); line != null; line = asked.readLine()) {
                var words = line.split(" ");
                Runnable work = words[0].equals("processes") ? () -> whole(engine) : () -> page(engine);
                System.out.println(rate(Integer.parseInt(words[1]), Integer.parseInt(words[2]), work));
            }
            engine.close();
        }
    }

    private static void whole(ProcessEngine engine) {
        var id = engine.getRuntimeService().startProcessInstanceByKey("lead", fields()).getId();
        for (int step = 0; step < 5; step++) {
            var task = engine.getTaskService().createTaskQuery().processInstanceId(id).singleResult();
            engine.getTaskService().complete(task.getId(), Map.of("note" + step, "经实地核查，现场货物出库单、检验单齐全。"));
        }
    }

    private static void begun(ProcessEngine engine) {
        var id = engine.getRuntimeService().startProcessInstanceByKey("lead", fields()).getId();
        for (int step = 0; step < 3; step++) {
            var task = engine.getTaskService().createTaskQuery().processInstanceId(id).singleResult();
            engine.getTaskService().complete(task.getId());
        }
    }

    private static Map<String, Object> fields() {
        return Map.of(
                "title", "寨沙镇冷库夜间装卸无标识冻品",
                "source", "patrol",
                "description", "巡查发现冷库夜间装卸，现场人员未能说明来源，未出示检疫证明和进货凭证。",
                "due", Date.from(Instant.now().plusSeconds(86_400)));
    }

    /** What a to-do page shows: task, due time, and the matter's title. */
    private static void page(ProcessEngine engine) {
        var tasks = engine.getTaskService()
                .createTaskQuery()
                .taskCandidateGroup("U12")
                .includeProcessVariables()
                .orderByTaskDueDate()
                .asc()
                .listPage(0, 20);
        if (tasks.isEmpty() || tasks.getFirst().getProcessVariables().get("title") == null) {
            throw new IllegalStateException("an empty page measures nothing");
        }
    }

    private static double rate(int threads, int seconds, Runnable work) throws Exception {
        var done = new AtomicLong();
        var started = System.nanoTime();
        var end = started + seconds * 1_000_000_000L;
        try (var pool = Executors.newFixedThreadPool(threads)) {
            for (int t = 0; t < threads; t++) {
                pool.submit(() -> {
                    while (System.nanoTime() < end) {
                        work.run();
                        done.incrementAndGet();
                    }
                    return null;
                });
            }
        }
        return done.get() / ((System.nanoTime() - started) / 1e9);
    }

    private Peer() {}
}
