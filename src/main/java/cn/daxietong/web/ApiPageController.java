package cn.daxietong.web;

import cn.daxietong.shared.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.JsonNode;

/** The interface explained to people, drawn from the same OpenAPI document that programs read. */
@Controller
class ApiPageController {
    private final OpenApiWebMvcResource document;

    ApiPageController(OpenApiWebMvcResource document) {
        this.document = document;
    }

    @GetMapping("/api")
    ModelAndView page(HttpServletRequest request) throws JsonProcessingException {
        var api = Json.MAPPER.readTree(document.openapiJson(request, "/v3/api-docs", Locale.CHINA));
        var sections = new LinkedHashMap<String, List<ApiEndpoint>>();
        for (var section : List.of("登录与令牌", "事项办理", "附件", "法规研判", "核验与运行")) {
            sections.put(section, new ArrayList<>());
        }
        var paths = new TreeMap<String, JsonNode>();
        api.path("paths").properties().forEach(entry -> paths.put(entry.getKey(), entry.getValue()));
        paths.forEach((path, operations) -> operations.properties().forEach(entry -> sections.computeIfAbsent(
                        ApiDocument.section(path), s -> new ArrayList<>())
                .add(endpoint(entry.getKey().toUpperCase(Locale.ROOT), path, entry.getValue(), api))));
        sections.values().removeIf(List::isEmpty);
        return Views.page("api/reference", "接口说明", Map.of("sections", sections));
    }

    private static ApiEndpoint endpoint(String method, String path, JsonNode operation, JsonNode api) {
        var parameters = new ArrayList<ApiEndpoint.Parameter>();
        for (var parameter : operation.path("parameters")) {
            parameters.add(new ApiEndpoint.Parameter(
                    parameter.path("name").asString(""),
                    switch (parameter.path("in").asString("")) {
                        case "path" -> "地址";
                        case "header" -> "请求头";
                        default -> "查询";
                    },
                    parameter.path("required").asBoolean(false),
                    parameter.path("description").asString("")));
        }
        var answers = new ArrayList<Item>();
        operation.path("responses").properties().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(answer -> answers.add(new Item(answer.getKey(), words(answer.getKey(), answer.getValue()))));
        var words = ApiWords.of(method, path);
        return new ApiEndpoint(
                method,
                path,
                operation.path("summary").asString(path),
                operation.path("description").asString(""),
                parameters,
                new ApiEndpoint.Exchange(
                        words.map(ApiWords.Words::example).orElse(""), fields(operation, api), answers));
    }

    private static String words(String status, JsonNode answer) {
        var description = answer.path("description").asString("");
        // The library's own words are English and say no more than the number.
        return description.isEmpty() || description.codePoints().allMatch(c -> c < 128)
                ? switch (status) {
                    case "201" -> "已登记";
                    case "204" -> "已办，无内容";
                    default -> status.startsWith("2") ? "成功" : "未成功";
                }
                : description;
    }

    private static List<ApiEndpoint.Field> fields(JsonNode operation, JsonNode api) {
        var fields = new ArrayList<ApiEndpoint.Field>();
        var content = operation.path("requestBody").path("content");
        if (content.isEmpty()) {
            return fields;
        }
        var schema = resolved(content.values().iterator().next().path("schema"), api);
        var required = new ArrayList<String>();
        schema.path("required").forEach(name -> required.add(name.asString("")));
        schema.path("properties")
                .properties()
                .forEach(entry -> fields.add(new ApiEndpoint.Field(
                        entry.getKey(), type(entry.getValue()), required.contains(entry.getKey()))));
        return fields;
    }

    private static JsonNode resolved(JsonNode schema, JsonNode api) {
        var ref = schema.path("$ref").asString("");
        return ref.startsWith("#/") ? api.at(ref.substring(1)) : schema;
    }

    private static String type(JsonNode schema) {
        if (!schema.path("enum").isEmpty()) {
            var values = new ArrayList<String>();
            schema.path("enum").forEach(value -> values.add(value.asString("")));
            return String.join(" | ", values);
        }
        var ref = schema.path("$ref").asString("");
        if (!ref.isEmpty()) {
            return "对象";
        }
        var type = schema.path("type");
        var name = type.isArray() && !type.isEmpty() ? type.get(0).asString("") : type.asString("");
        return switch (name) {
            case "string" -> schema.path("format").asString("").isEmpty() ? "文本" : time(schema);
            case "integer", "number" -> "数";
            case "boolean" -> "是否";
            case "array" -> "数组";
            default -> "对象";
        };
    }

    private static String time(JsonNode schema) {
        return switch (schema.path("format").asString("")) {
            case "date" -> "日期";
            case "date-time" -> "时间";
            default -> "文本";
        };
    }
}
