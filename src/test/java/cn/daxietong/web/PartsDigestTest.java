package cn.daxietong.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class PartsDigestTest {
    private static final String BOUNDARY = "--aab";

    @Test
    void the_boundary_alone_is_left_out_however_the_body_is_cut_into_pieces() {
        var body = "----aab\r\n--a--aa----aaab-aab\r\n----aab--\r\n--aa";
        var expected = PostName.sha256(body.replace(BOUNDARY, "").getBytes(StandardCharsets.UTF_8));

        assertThat(IntStream.rangeClosed(1, body.length()).mapToObj(size -> digest(body, size)))
                .allSatisfy(digest -> assertThat(digest).isEqualTo(expected));
    }

    private static byte[] digest(String body, int pieces) {
        var request = new MockHttpServletRequest();
        request.setContentType("multipart/form-data; boundary=" + BOUNDARY);
        request.setContent(body.getBytes(StandardCharsets.UTF_8));
        var digest = new PartsDigest(request);
        try {
            var in = digest.getInputStream();
            var buffer = new byte[pieces];
            while (in.read(buffer) >= 0) {
                // Only that it streams by matters here.
            }
            return digest.finish();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
