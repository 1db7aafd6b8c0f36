package cn.daxietong.web;

import java.util.List;

/** One address of the interface, as the page for people shows it. */
public record ApiEndpoint(
        String method, String path, String title, String note, List<Parameter> parameters, Exchange exchange) {
    /** Something sent beside the body. */
    public record Parameter(String name, String place, boolean required, String note) {}

    /** What goes over the wire: a body to try, the body's fields, the statuses answered. */
    public record Exchange(String example, List<Field> fields, List<Item> answers) {}

    /** One field of the body. */
    public record Field(String name, String type, boolean required) {}

    /** Where the page jumps to. */
    public String anchor() {
        return (method + path).replaceAll("[^A-Za-z0-9]+", "-");
    }

    /** A line to paste into a terminal. */
    public String command() {
        var line = new StringBuilder("curl");
        if (!method.equals("GET")) {
            line.append(" -X ").append(method);
        }
        if (!path.equals("/api/v1/health") && !path.equals("/api/v1/tokens")) {
            line.append(" -H 'Authorization: Bearer 令牌'");
        }
        if (!exchange.example().isEmpty()) {
            line.append(" -H 'Content-Type: application/json' -d '")
                    .append(exchange.example())
                    .append('\'');
        }
        return line.append(" http://平台地址").append(path).toString();
    }
}
