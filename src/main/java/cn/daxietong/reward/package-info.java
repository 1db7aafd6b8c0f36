/** Rewards for tip-offs: two units each see half before the office grants, and the teller is paid by a voucher that leads to nobody (notice 三（六）). */
@ApplicationModule(
        displayName = "举报奖励",
        allowedDependencies = {"shared", "database", "ledger", "law", "matter", "tipoff", "web"})
@NullMarked
package cn.daxietong.reward;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
