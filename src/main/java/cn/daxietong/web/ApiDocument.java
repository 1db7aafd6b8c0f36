package cn.daxietong.web;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Completes what the library reads from the controllers: Chinese titles, the token, the headers and the answers that hold for every address. */
@Configuration(proxyBeanMethods = false)
class ApiDocument {
    private static final Map<String, String> REFUSALS = Map.of(
            "400", "格式不对",
            "401", "没有令牌或已失效",
            "403", "能看但不由您办理",
            "404", "没有或无权查看",
            "409", "当前状态不能办理",
            "412", "版本已更新",
            "422", "填写有误，逐项列明",
            "429", "太频繁，按 Retry-After 稍后再试");

    /** The same names as in the JSON that is really sent. */
    @Bean
    ModelResolver snakeCaseModels() {
        return new ModelResolver(Json31.mapper().copy().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE));
    }

    @Bean
    GlobalOpenApiCustomizer commonWords(WebSettings settings) {
        return api -> {
            api.setInfo(new Info()
                    .title(settings.platform() + "接口")
                    .version("1")
                    .description("供成员单位业务系统对接。JSON，UTF-8，时间为带时区的 ISO 8601；只增不改。"));
            api.setServers(List.of(new Server().url("/").description("本平台")));
            components(api);
            if (api.getPaths() == null) {
                return;
            }
            api.getPaths().forEach((path, item) -> item.readOperationsMap()
                    .forEach((method, operation) -> complete(method.name(), path, operation)));
        };
    }

    private static void components(OpenAPI api) {
        if (api.getComponents() == null) {
            api.setComponents(new Components());
        }
        api.getComponents()
                .addSecuritySchemes(
                        "bearer",
                        new SecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .description("POST /api/v1/tokens 取得，或由单位管理员发出"))
                .addSchemas("Problem", problem());
    }

    private static Schema<?> problem() {
        var fault = new Schema<>()
                .type("object")
                .addProperty("field", text("字段"))
                .addProperty("code", text("稳定的代码"))
                .addProperty("message", text("说明"));
        fault.setTypes(Set.of("object"));
        var errors = new Schema<>().type("array").items(fault);
        errors.setTypes(Set.of("array"));
        var schema = new Schema<>()
                .type("object")
                .description("RFC 9457")
                .addProperty("type", text("代码的 URN"))
                .addProperty("title", text("标题"))
                .addProperty("status", number())
                .addProperty("detail", text("说明和怎么办"))
                .addProperty("code", text("稳定的代码，程序据此判断"))
                .addProperty("errors", errors);
        schema.setTypes(Set.of("object"));
        return schema;
    }

    private static Schema<?> text(String description) {
        var schema = new Schema<>().type("string").description(description);
        schema.setTypes(Set.of("string"));
        return schema;
    }

    private static Schema<?> number() {
        var schema = new Schema<>().type("integer");
        schema.setTypes(Set.of("integer"));
        return schema;
    }

    private static void complete(String method, String path, Operation operation) {
        ApiWords.of(method, path).ifPresent(words -> {
            if (operation.getSummary() == null) {
                operation.setSummary(words.title());
            }
            if (operation.getDescription() == null && !words.note().isEmpty()) {
                operation.setDescription(words.note());
            }
        });
        operation.setTags(List.of(section(path)));
        boolean open = path.equals("/api/v1/health") || (path.equals("/api/v1/tokens") && method.equals("POST"));
        operation.setSecurity(open ? List.of() : List.of(new SecurityRequirement().addList("bearer")));
        if (method.equals("POST") && !path.equals("/api/v1/tokens")) {
            header(operation, "Idempotency-Key", "同一键、同一内容只办一次，再发返回第一次的结果；建议用 UUID");
        }
        if (path.contains("/actions/")) {
            header(operation, "If-Match", "所依据的版本，如 \"7\"；已有新版本时返回 412");
        }
        var content = new Content()
                .addMediaType(
                        "application/problem+json",
                        new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem")));
        REFUSALS.forEach((status, words) -> {
            if (operation.getResponses() != null && !operation.getResponses().containsKey(status)) {
                operation
                        .getResponses()
                        .addApiResponse(
                                status, new ApiResponse().description(words).content(content));
            }
        });
    }

    private static void header(Operation operation, String name, String description) {
        if (operation.getParameters() != null
                && operation.getParameters().stream()
                        .anyMatch(parameter -> name.equalsIgnoreCase(parameter.getName()))) {
            return;
        }
        operation.addParametersItem(new Parameter()
                .in("header")
                .name(name)
                .required(false)
                .schema(text(""))
                .description(description));
    }

    static String section(String path) {
        if (path.startsWith("/api/v1/law")) {
            return "法规研判";
        }
        if (path.startsWith("/api/v1/matters") || path.startsWith("/api/v1/worklist")) {
            return "事项办理";
        }
        if (path.startsWith("/api/v1/attachments")) {
            return "附件";
        }
        return path.contains("token") || path.endsWith("/me") ? "登录与令牌" : "核验与运行";
    }
}
