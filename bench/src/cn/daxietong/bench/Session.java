package cn.daxietong.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Somebody who is signed in. */
public record Session(HttpClient client, String origin, String cookies) {
    public HttpResponse<byte[]> get(String path, boolean compressed) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(origin + path))
                .header("Cookie", cookies)
                .header("Accept", path.startsWith("/api") ? "application/json" : "text/html");
        if (compressed) {
            request.header("Accept-Encoding", "gzip");
        }
        return client.send(request.build(), BodyHandlers.ofByteArray());
    }
}
