package cn.daxietong.jointcase;

import cn.daxietong.matter.MatterKind;
import cn.daxietong.matter.Procedure;
import cn.daxietong.matter.Subject;
import cn.daxietong.web.NavItem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 联合办案 as a kind of matter. */
@Component
@Order(10)
final class JointCaseKind implements MatterKind<JointCase> {
    @Override
    public String code() {
        return "joint_case";
    }

    @Override
    public String title() {
        return "联合办案";
    }

    @Override
    public String series() {
        return "鹿打私联";
    }

    @Override
    public NavItem.Place place() {
        return new NavItem.Place(52, false);
    }

    @Override
    public String icon() {
        return "meeting";
    }

    @Override
    public Procedure<JointCase> procedure() {
        return JointCaseProcedure.TABLE;
    }

    @Override
    public String title(JointCase j) {
        return j.call().title();
    }

    @Override
    public List<Subject> subjects(JointCase j) {
        return j.room().subjects();
    }

    @Override
    public List<Subject> coordinated(JointCase j) {
        return j.room().subjects();
    }

    @Override
    public Map<String, String> items(JointCase j) {
        var shared = new LinkedHashMap<String, String>();
        j.room().goods().forEach(s -> shared.put(s.caseNumber(), s.caseNumber()));
        return shared;
    }
}
