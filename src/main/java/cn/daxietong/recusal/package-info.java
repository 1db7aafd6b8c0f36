/** 回避: an officer with a conflict of interest stands aside from a matter of any kind, and somebody else goes on in their place (行政处罚法 第四十三条). */
@ApplicationModule(
        displayName = "回避",
        allowedDependencies = {"shared", "matter", "document", "web"})
@NullMarked
package cn.daxietong.recusal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
