/** The spine: everything that is followed to an end is a matter with a state, actions and one procedure table; the rest is done here, once. */
@ApplicationModule(
        displayName = "事项",
        allowedDependencies = {
            "shared",
            "database",
            "ledger",
            "law",
            "organization",
            "identity",
            "document",
            "attachment",
            "web"
        })
@NullMarked
package cn.daxietong.matter;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
