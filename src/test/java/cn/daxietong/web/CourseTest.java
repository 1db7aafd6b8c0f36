package cn.daxietong.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CourseTest {
    private static List<Course.Stage> stages(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Course.Stage("s" + i, "第" + i + "步", i == 1 ? Course.State.NOW : Course.State.AHEAD))
                .toList();
    }

    private static Course.Step way(int from, int to) {
        return new Course.Step("s" + from, "s" + to);
    }

    private static int lane(Course.Way way) {
        return Integer.parseInt(way.path().replaceFirst(".*Q(\\d+) .*V.*", "$1"));
    }

    @Test
    void statuses_stand_one_below_the_other_and_the_next_is_straight_down() {
        var course = Course.of(stages(4), List.of(way(0, 1), way(1, 2), way(2, 3)));

        assertThat(course.boxes())
                .extracting(Course.Box::x)
                .containsOnly(course.boxes().getFirst().x());
        assertThat(course.boxes()).extracting(Course.Box::y).isSorted().doesNotHaveDuplicates();
        assertThat(course.ways()).allSatisfy(way -> assertThat(way.path()).matches("M\\d+ \\d+V\\d+"));
    }

    @Test
    void ways_to_one_status_share_a_lane_and_ways_to_others_over_the_same_stretch_do_not() {
        var course = Course.of(stages(6), List.of(way(0, 5), way(2, 5), way(1, 4)));

        assertThat(course.ways().stream().map(CourseTest::lane).distinct()).hasSize(2);
    }

    @Test
    void ways_back_run_left_of_the_statuses_and_ways_on_right_of_them() {
        var course = Course.of(stages(4), List.of(way(0, 3), way(3, 0)));

        var box = course.boxes().getFirst();
        assertThat(course.ways())
                .extracting(CourseTest::lane)
                .anySatisfy(x -> assertThat(x).isLessThan(box.x()))
                .anySatisfy(x -> assertThat(x).isGreaterThan(box.x() + box.width()));
        assertThat(course.ways()).extracting(CourseTest::lane).allSatisfy(x -> assertThat(x)
                .isBetween(0, course.width()));
    }

    @Test
    void what_leads_on_from_here_is_marked_and_lies_on_top() {
        var course = Course.of(stages(5), List.of(way(1, 2), way(1, 4), way(0, 3)));

        assertThat(course.ways()).extracting(Course.Way::open).containsExactly(false, true, true);
    }
}
