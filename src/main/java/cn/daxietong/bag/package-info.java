/** 移送袋: seals what a transfer hands over into one file that anybody can check without the platform, keeps it, gives it out, and signs its receipt. */
@ApplicationModule(
        displayName = "移送袋",
        allowedDependencies = {"shared", "database", "ledger", "matter", "document", "attachment", "verifier", "web"})
@NullMarked
package cn.daxietong.bag;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
