package cn.daxietong;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

/** The papers that the disputed tobacco case leaves, whichever way it was told. */
final class TobaccoPapers {
    private TobaccoPapers() {}

    /** @param papers the text of each, by its title */
    static void areAllThereAndSayTheirPart(Map<String, String> papers) {
        assertThat(papers.keySet())
                .contains(
                        "立案审批表",
                        "督办通知书",
                        "解除督办通知书",
                        "会商纪要",
                        "涉嫌犯罪案件移送书",
                        "检察意见书",
                        "行政处罚告知书",
                        "法制审核意见",
                        "行政处罚案件集体讨论记录",
                        "行政处罚决定书",
                        "送达回证",
                        "罚款缴纳情况和加处罚款计算表");
        assertThat(papers.get("行政处罚告知书")).contains("有权要求听证", "五日（工作日）", "2,000.00元");
        assertThat(papers.get("行政处罚决定书")).contains("鹿寨县烟草专卖局", "某某商行", "当事人书面放弃听证", "2,000.00元", "百分之三", "六十日", "六个月");
        assertThat(papers.get("罚款缴纳情况和加处罚款计算表")).contains("逾期0日", "0.00元", "桂财0002", "待法制审核");
        assertThat(papers.get("送达回证")).contains("经营者签收", "罚决");
    }
}
