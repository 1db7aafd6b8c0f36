/** Attachments: files kept once under their hash, streamed in and out, and seen only by those who see the matter they belong to. */
@ApplicationModule(
        displayName = "附件",
        allowedDependencies = {"shared", "database"})
@NullMarked
package cn.daxietong.attachment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
