package cn.daxietong.lead;

import cn.daxietong.matter.MatterKind;
import cn.daxietong.matter.Procedure;
import cn.daxietong.matter.Subject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 线索 as a kind of matter. */
@Component
@Order(1)
final class LeadKind implements MatterKind<Lead> {
    @Override
    public String code() {
        return "lead";
    }

    @Override
    public String title() {
        return "线索";
    }

    @Override
    public String series() {
        return "鹿打私线";
    }

    @Override
    public Procedure<Lead> procedure() {
        return LeadProcedure.TABLE;
    }

    @Override
    public String title(Lead lead) {
        return lead.title();
    }

    @Override
    public Optional<String> commodity(Lead lead) {
        return Optional.ofNullable(lead.commodity());
    }

    @Override
    public List<Subject> subjects(Lead lead) {
        return lead.subjects().stream()
                .map(s -> new Subject(s.type().name().toLowerCase(Locale.ROOT), s.value()))
                .toList();
    }
}
