/** Tip-offs by the public: sealed to the officers on duty before they are stored, answered by a receipt, and passed on without their source (notice 三（六）). */
@ApplicationModule(
        displayName = "举报",
        allowedDependencies = {
            "shared",
            "database",
            "ledger",
            "identity",
            "organization",
            "document",
            "matter",
            "lead",
            "web",
            "attachment",
            "cleancopy",
            "verifier"
        })
@NullMarked
package cn.daxietong.tipoff;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
