package cn.daxietong;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** A folder that cannot be used, said in Chinese. */
class FilesAnalyzer extends AbstractFailureAnalyzer<FileSystemException> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, FileSystemException cause) {
        var why = cause instanceof AccessDeniedException ? "没有权限" : String.valueOf(cause.getMessage());
        return new FailureAnalysis(
                "数据目录不能使用：" + cause.getFile() + "（" + why + "）。",
                "请确认该目录存在、运行本平台的用户可以写入、磁盘有空余，或用 --data 换一个目录。",
                cause);
    }
}
