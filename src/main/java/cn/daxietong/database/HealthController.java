package cn.daxietong.database;

import java.util.Map;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.dao.DataAccessException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether the platform can be worked with right now, asked by launchers and by machines in front of us. */
@RestController
class HealthController {
    private final Reading reading;
    private final ApplicationAvailability availability;

    HealthController(Reading reading, ApplicationAvailability availability) {
        this.reading = reading;
        this.availability = availability;
    }

    @GetMapping("/api/v1/health")
    ResponseEntity<Map<String, String>> health() {
        boolean up = availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC && databaseAnswers();
        return ResponseEntity.status(up ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .cacheControl(CacheControl.noStore())
                .body(Map.of("status", up ? "up" : "down"));
    }

    private boolean databaseAnswers() {
        try {
            return reading.open(db -> db.sql("select 1").query(Integer.class).single()) == 1;
        } catch (DataAccessException | TransactionException e) {
            return false;
        }
    }
}
