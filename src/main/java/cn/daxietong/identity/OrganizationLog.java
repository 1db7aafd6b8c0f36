package cn.daxietong.identity;

import cn.daxietong.organization.OrganizationChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes down who administered a unit, in the same transaction as the change. */
@Component
class OrganizationLog {
    private final SecurityLog log;

    OrganizationLog(SecurityLog log) {
        this.log = log;
    }

    @EventListener
    void changed(OrganizationChanged change) {
        log.add(
                SecurityLog.Kind.ORGANIZATION_CHANGED,
                change.by(),
                change.unit().value(),
                change.what());
    }
}
