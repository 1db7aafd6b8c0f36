package cn.daxietong.identity;

import cn.daxietong.shared.Viewer;
import cn.daxietong.web.ViewerSource;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Hands every controller its {@link Viewer}, whether by session or by token, and sends to the account page whoever must go there first. */
@Configuration(proxyBeanMethods = false)
class ViewerArguments implements WebMvcConfigurer {
    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new Resolver());
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new FirstThings())
                .excludePathPatterns(
                        "/account/**",
                        "/logout",
                        "/login",
                        "/assets/**",
                        "/display",
                        "/error",
                        "/check/**",
                        "/report",
                        "/report/**",
                        "/api/**");
    }

    @Bean
    ViewerSource viewerSource() {
        return request -> Who.now().map(SignedIn::viewer);
    }

    private static final class Resolver implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Viewer.class
                    || parameter.getParameterType() == SignedIn.class
                    || (parameter.getParameterType() == Optional.class
                            && parameter.nested().getNestedParameterType() == Viewer.class);
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            if (parameter.getParameterType() == Optional.class) {
                return Who.now().map(SignedIn::viewer);
            }
            return parameter.getParameterType() == SignedIn.class
                    ? Who.signedIn()
                    : Who.signedIn().viewer();
        }
    }

    /** A password that somebody else knows, or a missing second factor where it is required, comes before any work. */
    private static final class FirstThings implements HandlerInterceptor {
        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
                throws IOException {
            var who = Who.now();
            if (who.isPresent() && who.get().mustChange()) {
                response.sendRedirect("/account/password");
                return false;
            }
            if (who.isPresent() && who.get().mustEnrol()) {
                response.sendRedirect("/account/totp");
                return false;
            }
            return true;
        }
    }
}
