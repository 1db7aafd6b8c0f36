package cn.daxietong.web;

import cn.daxietong.shared.Fault;
import cn.daxietong.shared.Refusal;
import jakarta.validation.ConstraintViolationException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.MismatchedInputException;

/** Decides for every exception which status and which Chinese words it is told in; the one place where that is decided. */
final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private Failures() {}

    private static final Refusal STORAGE_FULL = new Refusal(
            Refusal.Kind.UNAVAILABLE, "storage_full", "暂时不能保存文件", "服务器的存储空间不足，文件没有保存。请返回上一页（已填内容还在），通知系统管理员清理磁盘后重新上传。");

    /** As the operating system says it, in the two languages that it may speak here. */
    private static boolean isFullDisk(IOException io) {
        var message = String.valueOf(io.getMessage());
        return message.contains("No space left") || message.contains("没有空间") || message.contains("Disk quota");
    }

    static Failure of(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause() == t ? null : t.getCause()) {
            switch (t) {
                case Refusal refusal -> {
                    return Failure.of(refusal);
                }
                case MaxUploadSizeExceededException _ -> {
                    return ofStatus(413);
                }
                case OptimisticLockingFailureException _ -> {
                    return ofStatus(412);
                }
                case PessimisticLockingFailureException _ -> {
                    return ofStatus(409);
                }
                case CannotCreateTransactionException _,
                        DataAccessResourceFailureException _,
                        TransactionSystemException _,
                        TransientDataAccessResourceException _,
                        QueryTimeoutException _ -> {
                    LOG.warn("The database is not there: {}", t.toString());
                    return ofStatus(503);
                }
                case SQLException sql
                when SqlStates.status(sql) != 0 -> {
                    LOG.warn("The database refused: {}", sql.getSQLState());
                    return ofStatus(SqlStates.status(sql));
                }
                case IOException io
                when isFullDisk(io) -> {
                    LOG.error("The disk is full: {}", io.getMessage());
                    return Failure.of(STORAGE_FULL);
                }
                default -> {}
            }
        }
        return switch (thrown) {
            case BindException bind ->
                fields(bind.getFieldErrors().stream().map(Failures::fault).toList());
            case HandlerMethodValidationException e ->
                fields(e.getParameterValidationResults().stream()
                        .flatMap(result -> result.getResolvableErrors().stream()
                                .map(error -> fault(
                                        String.valueOf(
                                                result.getMethodParameter().getParameterName()),
                                        error)))
                        .toList());
            case ConstraintViolationException e ->
                fields(e.getConstraintViolations().stream()
                        .map(v -> new Fault(v.getPropertyPath().toString(), "invalid", v.getMessage()))
                        .toList());
            // An id that cannot be one is like one that does not exist.
            case MethodArgumentTypeMismatchException e when e.getRequiredType() == UUID.class -> ofStatus(404);
            case MethodArgumentTypeMismatchException e -> malformed(e.getName(), "“" + e.getName() + "”的值格式不对。");
            case MissingServletRequestParameterException e ->
                malformed(e.getParameterName(), "缺少“" + e.getParameterName() + "”。");
            case HttpMessageNotReadableException e -> unreadable(e);
            // Tomcat reports a broken form body or query only when the first parameter is read.
            case MultipartException _ -> ofStatus(400);
            case InvalidParameterException e -> ofStatus(e.getErrorCode());
            case ErrorResponse e -> ofStatus(e.getStatusCode().value());
            default -> unexpected(thrown);
        };
    }

    /** What is said where only the status is known. */
    static Failure ofStatus(int status) {
        return switch (status) {
            case 401 -> Failure.plain(401, "unauthenticated", "请先登录", "您还没有登录，或者登录已过期。请登录后再办理。");
            case 403 -> Failure.plain(403, "forbidden", "无权办理", "您当前的岗位不能办理这一项。如确需办理，请与本单位管理员联系。");
            case 404 -> Failure.of(Refusal.notFound());
            case 405 -> Failure.plain(405, "method_not_allowed", "不支持这种操作", "这个地址不接受这种请求方式。请返回上一页，从页面上的按钮重新操作。");
            case 406 -> Failure.plain(406, "not_acceptable", "没有这种格式", "不能按要求的格式提供内容。");
            case 409 -> Failure.plain(409, "busy", "有人正在办理同一事项", "请稍候再试；页面上的内容没有丢失。");
            case 412 -> Failure.plain(412, "stale_version", "内容已被他人更新", "您打开页面之后，这一项已有新的变化。请刷新后核对，再办理。");
            case 413 -> Failure.plain(413, "too_large", "内容太大", "提交的内容或文件超过了大小上限。请精简文字，或将文件分开上传。");
            case 415 -> Failure.plain(415, "unsupported_media_type", "不支持这种内容格式", "请按接口说明的格式提交。");
            case 422 -> Failure.of(Refusal.invalid(List.of()));
            case 428 -> Failure.plain(428, "precondition_required", "缺少版本号", "办理时须带上所依据的版本（If-Match）。");
            case 429 -> Failure.plain(429, "too_many_requests", "操作太频繁", "请稍候片刻再试。");
            case 503 -> Failure.plain(503, "unavailable", "数据库暂时不可用", "数据库暂时不可用，正在恢复，页面会自动重试。");
            default ->
                status >= 400 && status < 500 || status == 501
                        ? Failure.plain(
                                status == 501 ? 400 : status, "malformed", "请求格式不对", "请求的地址或内容格式不对，系统没有处理。请返回上一页重新操作。")
                        : Failure.plain(status < 400 ? 404 : 500, "internal", "系统出了差错", "系统没有办成这一步，已记录在案。");
        };
    }

    private static Failure unreadable(HttpMessageNotReadableException e) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof BodyTooLarge) {
                return ofStatus(413);
            }
            if (t instanceof MismatchedInputException mismatch
                    && !mismatch.getPath().isEmpty()) {
                var field = field(mismatch.getPath());
                return malformed(field, "“" + field + "”的名称或值不合要求。");
            }
        }
        return ofStatus(400);
    }

    private static String field(List<JacksonException.Reference> path) {
        var name = new StringBuilder();
        for (var part : path) {
            if (part.getPropertyName() == null) {
                name.append('[').append(part.getIndex()).append(']');
            } else {
                name.append(name.isEmpty() ? "" : ".").append(part.getPropertyName());
            }
        }
        return name.length() > 120 ? name.substring(0, 120) : name.toString();
    }

    private static Failure malformed(String field, String message) {
        var plain = ofStatus(400);
        return new Failure(
                400,
                plain.code(),
                plain.title(),
                message + "请改正后重新提交。",
                List.of(new Fault(field, "malformed", message)),
                null);
    }

    private static Failure fields(List<Fault> faults) {
        return Failure.of(Refusal.invalid(faults));
    }

    private static Fault fault(FieldError error) {
        // What a converter says about a value it could not read is English and technical.
        return error.isBindingFailure()
                ? new Fault(error.getField(), "malformed", "格式不对，请检查。")
                : fault(error.getField(), error);
    }

    private static Fault fault(String field, MessageSourceResolvable error) {
        var message = error.getDefaultMessage();
        return new Fault(field, "invalid", message == null ? "填写不合要求。" : message);
    }

    private static Failure unexpected(Throwable thrown) {
        var reference = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("Unexpected failure {}", reference, thrown);
        return new Failure(
                500,
                "internal",
                "系统出了差错",
                "系统没有办成这一步，已记录在案。请稍后再试；仍不行时，请把编号 " + reference + " 告诉系统管理员。",
                List.of(),
                reference);
    }
}
