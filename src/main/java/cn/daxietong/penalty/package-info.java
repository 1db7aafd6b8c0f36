/** 行政处罚: the procedure of a penalty about a case, from the end of the investigation through notice, hearing, review and discussion to decision, service, payment and execution (行政处罚法 第五章、第六章). */
@ApplicationModule(
        displayName = "行政处罚",
        allowedDependencies = {"shared", "matter", "casework", "law", "document", "web"})
@NullMarked
package cn.daxietong.penalty;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
