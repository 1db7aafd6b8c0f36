/** Who may come in and as what: accounts in posts with dates, sign-in, sessions, tokens, 三员分立 and the security log. */
@ApplicationModule(
        displayName = "身份权限",
        allowedDependencies = {"shared", "database", "organization", "attachment", "web"})
@NullMarked
package cn.daxietong.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
