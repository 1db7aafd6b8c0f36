/** Official documents: one structured content in GB/T 9704-2012 layout, pressed as PDF and OFD, with a public page that says whether a copy is genuine. */
@ApplicationModule(
        displayName = "公文",
        allowedDependencies = {"shared", "database", "attachment", "web"})
@NullMarked
package cn.daxietong.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
