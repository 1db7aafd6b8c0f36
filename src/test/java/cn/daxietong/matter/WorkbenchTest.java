package cn.daxietong.matter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The commands that check and mend know the same kinds as the platform, whatever these need. */
class WorkbenchTest {
    @Test
    void every_kind_is_found_without_the_platform_around_it() {
        var found = Workbench.discovered().all().stream().map(MatterKind::code).toList();

        assertThat(found)
                .containsExactlyElementsOf(
                        Bench.INSTANCE.kinds.stream().map(MatterKind::code).toList());
    }
}
