/** 案卷: binds the documents and attachments of a matter, with cover, contents, running page numbers and audit annex, into one file. */
@ApplicationModule(
        displayName = "案卷",
        allowedDependencies = {"shared", "database", "matter", "document", "attachment", "web"})
@NullMarked
package cn.daxietong.casebook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
