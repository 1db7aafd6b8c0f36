/** The few words every module speaks: who is looking, what was refused, how a value becomes JSON. A closed list: it grows only by ADR. */
@ApplicationModule(displayName = "共用", type = ApplicationModule.Type.OPEN)
@NullMarked
package cn.daxietong.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
