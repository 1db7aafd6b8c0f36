package cn.daxietong.matter;

/** What people read for an entry of the ledger. */
public final class StepTitles {
    private StepTitles() {}

    public static String of(MatterKind<?> kind, String event) {
        if (event.equals("clock_ran_out")) {
            return "期限届满未办";
        }
        if (event.equals("due_rederived")) {
            return "日历调整，期限重新推算";
        }
        if (event.equals("unit_succeeded")) {
            return "单位撤并，由接续单位承担";
        }
        return kind.procedure().named(event).map(s -> (String) s.title()).orElse("平台记录");
    }
}
