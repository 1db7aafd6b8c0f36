package cn.daxietong.web;

import cn.daxietong.shared.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Who is looking at this request. Whoever signs people in implements it. */
@FunctionalInterface
public interface ViewerSource {
    Optional<Viewer> viewer(HttpServletRequest request);
}
