/** A believable, fictional month of the county's work, told once into an empty platform so that a newcomer sees something; never in real use. */
@ApplicationModule(
        displayName = "演示",
        allowedDependencies = {"shared", "matter", "identity", "tipoff"})
@NullMarked
package cn.daxietong.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
