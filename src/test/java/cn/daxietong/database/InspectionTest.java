package cn.daxietong.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.daxietong.database.EmbeddedServer.Durability;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class InspectionTest {
    private static final Path DATA = Path.of("target/inspected-data");

    @Test
    void it_reads_everything_and_changes_nothing_whether_or_not_the_platform_is_running() throws Exception {
        try (var server = EmbeddedServer.start(DATA.resolve("postgres"), Durability.FORGETFUL)) {
            try (var connection = server.owner().connect();
                    var statement = connection.createStatement()) {
                statement.execute("create table if not exists hidden (word text)");
                statement.execute("alter table hidden enable row level security");
                statement.execute("alter table hidden force row level security");
                statement.execute("delete from hidden");
                statement.execute("insert into hidden values ('seen')");
            }

            assertThat(whatItSees()).isEqualTo("seen");
        }

        assertThat(whatItSees()).isEqualTo("seen");
        try (var inspection = Inspection.of(DATA)) {
            assertThatThrownBy(() -> inspection.<Integer>read(
                            db -> db.sql("delete from hidden").update()))
                    .hasStackTraceContaining("read-only transaction");
        }
    }

    @Test
    void a_folder_without_a_database_is_said_to_be_one() {
        assertThatThrownBy(() -> Inspection.of(Path.of("target")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("没有本平台的数据库");
    }

    private static String whatItSees() {
        try (var inspection = Inspection.of(DATA)) {
            return inspection.<String>read(
                    db -> db.sql("select word from hidden").query(String.class).single());
        }
    }
}
