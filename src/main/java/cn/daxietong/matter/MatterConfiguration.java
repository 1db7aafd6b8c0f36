package cn.daxietong.matter;

import cn.daxietong.attachment.Attachments;
import cn.daxietong.database.Reading;
import cn.daxietong.database.Timer;
import cn.daxietong.database.Writing;
import cn.daxietong.document.ContentSeal;
import cn.daxietong.document.Documents;
import cn.daxietong.law.Articles;
import cn.daxietong.law.Clocks;
import cn.daxietong.ledger.Suite;
import cn.daxietong.organization.Units;
import cn.daxietong.web.NavItem;
import cn.daxietong.web.NavItems;
import jakarta.validation.Validator;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the spine together. */
@Configuration(proxyBeanMethods = false)
class MatterConfiguration {
    private static final int MOST_AT_ONCE = 500;

    @Bean
    Kinds kinds(List<MatterKind<?>> kinds, ObjectProvider<DerivedTable> derived) {
        return new Kinds(kinds, derived.orderedStream().toList());
    }

    @Bean
    Vault vault(@Value("${daxietong.data:data}") Path data, @Value("${daxietong.suite:sm}") String suite) {
        return Vault.at(data.resolve("keys").resolve("platform.key"), Suite.of(suite));
    }

    @Bean
    MatterStore matterStore(Kinds kinds, Vault vault) {
        return new MatterStore(kinds, vault);
    }

    @Bean
    FieldReader fieldReader(Validator validator, Directory directory, Clock clock) {
        return new FieldReader(validator, directory, clock);
    }

    @Bean
    Proceedings.Rulebook rulebook(
            Clocks clocks,
            Directory directory,
            Clock clock,
            DocumentShelf documents,
            Attachments attachments,
            ObjectProvider<StepListener> listeners) {
        return new Proceedings.Rulebook(
                clocks,
                Articles.bundled(),
                directory,
                clock,
                documents,
                attachments,
                listeners.orderedStream().toList());
    }

    @Bean
    Proceedings proceedings(
            Writing writing, MatterStore store, Kinds kinds, FieldReader fields, Proceedings.Rulebook rulebook) {
        return new Proceedings(writing, store, kinds, fields, rulebook);
    }

    @Bean
    ContentSeal contentSeal(Vault vault) {
        return new MatterKeys(vault);
    }

    @Bean
    DocumentShelf documentShelf(Documents documents) {
        return (statements, matter, document, content, seal) -> documents.issue(
                statements,
                new Documents.Issue(document.id(), matter, document.unit(), document.issuedAt()),
                content,
                seal);
    }

    @Bean
    Replay replay(Writing writing, MatterStore store) {
        return new Replay(writing, store);
    }

    @Bean
    Inboxes inboxes(Reading reading, Kinds kinds, Clock clock, Vault vault) {
        return new Inboxes(reading, kinds, clock, vault);
    }

    @Bean
    Looks looks(Writing writing, Clock clock) {
        return new Looks(writing, clock);
    }

    @Bean
    Matters matters(Reading reading, Writing writing, MatterStore store, Proceedings proceedings, Looks trace) {
        return new Matters(reading, writing, store, proceedings, trace);
    }

    @Bean
    NavItems kindPlaces(Kinds kinds) {
        return () -> kinds.all().stream()
                .map(k -> new NavItem(
                        k.code(),
                        k.title(),
                        "/matters?kind=" + k.code(),
                        k.icon(),
                        k.place(),
                        viewer -> viewer.post().worksOnMatters() && k.concerns(viewer)))
                .toList();
    }

    @Bean
    RunOutClocks runOutClocks(Writing writing, Proceedings proceedings, Clock clock) {
        return new RunOutClocks(writing, proceedings, clock);
    }

    /** Whoever a rule names is told within a minute of a clock's running out. */
    @Bean
    Timer announcing(RunOutClocks clocks) {
        return new Timer("matter.announce", Duration.ofMinutes(1), () -> clocks.announce(MOST_AT_ONCE));
    }

    @Bean
    Lights lights(
            @Value("${daxietong.clocks.yellow:0.5}") double yellow, @Value("${daxietong.clocks.red:0.8}") double red) {
        return new Lights(yellow, red);
    }

    @Bean
    Reminders.Pace pace(
            Lights lights,
            @Value("${daxietong.clocks.office-after:1d}") Duration office,
            @Value("${daxietong.clocks.leader-after:3d}") Duration leader) {
        return new Reminders.Pace(lights, office, leader);
    }

    @Bean
    Reminders reminders(Writing writing, MatterStore store, Clocks clocks, Reminders.Pace pace, Clock clock) {
        return new Reminders(writing, store, clocks, pace, clock);
    }

    @Bean
    Timer reminding(Reminders reminders) {
        return new Timer("matter.remind", Duration.ofMinutes(1), () -> reminders.run(MOST_AT_ONCE));
    }

    /** An edited calendar moves the lists within minutes. */
    @Bean
    Timer rederiving(Writing writing, Proceedings proceedings, Clocks clocks, Clock clock) {
        var rederivation = new Rederivation(writing, proceedings, clocks, clock);
        return new Timer("matter.rederive", Duration.ofMinutes(5), rederivation::run);
    }

    @Bean
    Succession succession(Writing writing, Proceedings proceedings, Units units, Clock clock) {
        return new Succession(writing, proceedings, units, clock);
    }

    /** A merged unit's matters pass to its successor within minutes of the day on which it ends. */
    @Bean
    Timer succeeding(Succession succession) {
        return new Timer("matter.succeed", Duration.ofMinutes(5), succession::run);
    }
}
