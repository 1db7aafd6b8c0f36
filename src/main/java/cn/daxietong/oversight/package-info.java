/** 监督: the procuratorate's and 县司法局's opinions on how a matter is handled, and 反向移送 from a decision not to prosecute to an administrative answer (notice 四（五）, 四（九）). */
@ApplicationModule(
        displayName = "监督",
        allowedDependencies = {
            "shared",
            "database",
            "organization",
            "matter",
            "transfer",
            "casework",
            "law",
            "document",
            "web"
        })
@NullMarked
package cn.daxietong.oversight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
