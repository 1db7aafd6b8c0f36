package cn.daxietong.identity;

import cn.daxietong.attachment.UploadsSwept;
import cn.daxietong.shared.AccountId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes down that files sent and never handed in were removed, in the same transaction. */
@Component
class SweepLog {
    private final SecurityLog log;

    SweepLog(SecurityLog log) {
        this.log = log;
    }

    @EventListener
    void swept(UploadsSwept uploads) {
        log.add(
                SecurityLog.Kind.UPLOADS_SWEPT,
                AccountId.SYSTEM.value(),
                uploads.unit(),
                "",
                "上传超过一天未使用的附件 " + uploads.files() + " 个，共 " + uploads.bytes() + " 字节");
    }
}
