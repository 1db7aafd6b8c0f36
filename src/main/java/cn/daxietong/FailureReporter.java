package cn.daxietong;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/** Says why the platform did not start and what to do: two sentences in place of Boot's English frame. */
class FailureReporter implements FailureAnalysisReporter {
    private static final Logger log = LoggerFactory.getLogger(FailureReporter.class);

    @Override
    public void report(FailureAnalysis analysis) {
        log.error("启动失败：{}", analysis.getDescription());
        if (analysis.getAction() != null) {
            log.error("怎么办：{}", analysis.getAction());
        }
        log.debug("原因", analysis.getCause());
    }
}
