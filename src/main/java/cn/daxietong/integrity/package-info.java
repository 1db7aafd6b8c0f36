/** 移送纪检监察线索: clues of officials who take part or shelter, from one police officer to 县纪委监委 and nobody else (notice 四（八）, 国务院令310号 第十九条). */
@ApplicationModule(
        displayName = "纪检监察线索",
        allowedDependencies = {"shared", "database", "matter", "web"})
@NullMarked
package cn.daxietong.integrity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
