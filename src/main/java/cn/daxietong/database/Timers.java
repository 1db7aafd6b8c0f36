package cn.daxietong.database;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Runs every {@link Timer} from a table in the same database, so that a restart forgets none and two processes never do the same work. */
@Configuration(proxyBeanMethods = false)
class Timers {
    private static final Logger log = LoggerFactory.getLogger(Timers.class);
    private static final int THREADS = 2;

    @Bean(destroyMethod = "stop")
    Scheduler scheduler(DataSource writerDataSource, ObjectProvider<Timer> timers) {
        List<RecurringTask<?>> tasks = new ArrayList<>();
        timers.orderedStream().forEach(timer -> tasks.add(task(timer)));
        return Scheduler.create(writerDataSource)
                .tableName("database.scheduled_tasks")
                .startTasks(tasks)
                .threads(THREADS)
                .pollingInterval(Duration.ofSeconds(5))
                .build();
    }

    private static RecurringTask<?> task(Timer timer) {
        return Tasks.recurring(timer.name(), FixedDelay.of(timer.every())).execute((instance, context) -> {
            try {
                timer.work().run();
            } catch (RuntimeException e) {
                // The next run is due anyway; what failed is said once here and not to a person who cannot mend it.
                log.warn("定时任务 {} 未完成，下次再试：{}", timer.name(), e.getMessage());
            }
        });
    }

    /** Only when everything else stands, and not in tests that call the work themselves. */
    @Bean
    ApplicationListener<ApplicationReadyEvent> startTimers(
            Scheduler scheduler, @Value("${daxietong.timers:true}") boolean wanted) {
        return event -> {
            if (wanted) {
                scheduler.start();
            }
        };
    }
}
