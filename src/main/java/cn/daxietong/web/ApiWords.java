package cn.daxietong.web;

import java.util.Map;
import java.util.Optional;

/** What the interface's addresses are called in Chinese, with a body to try: an address that says nothing of itself is explained here. */
final class ApiWords {
    private static final Map<String, Words> KNOWN = Map.ofEntries(
            words("POST /api/v1/tokens", "登录取令牌", "用户名、密码，启用了动态码的再加动态码。返回的令牌放在 Authorization 头中使用。", """
                    {"username":"…","password":"…","otp":"123456"}"""),
            words("GET /api/v1/tokens", "本单位的接口令牌", "单位管理员查看本单位发出的令牌，不含令牌本身。", ""),
            words("DELETE /api/v1/tokens/{id}", "撤销令牌", "撤销后立即失效。", ""),
            words("DELETE /api/v1/tokens/current", "退出", "撤销当前使用的令牌。", ""),
            words("POST /api/v1/machine-tokens", "发出接口令牌", "单位管理员为本单位的系统发出令牌，须写明范围和截止时间。", ""),
            words("GET /api/v1/me", "我是谁", "当前令牌的账号、单位、岗位。", ""),
            words("GET /api/v1/worklist", "待办", "本岗位须办的事项、办理动作、期限和依据。", ""),
            words("GET /api/v1/matters", "查事项", "可按类别、状态、单位、期限、关键词查询；用 next 翻页。", ""),
            words("POST /api/v1/matters", "登记事项", "返回 201、Location 和事项全文。", """
                    {"kind":"lead","fields":{"title":"寨沙镇涉嫌走私成品油线索","source":"patrol","description":"巡查发现……"}}"""),
            words("GET /api/v1/matters/{id}", "看事项", "含当前可办的动作及其字段、期限、依据。ETag 是版本号。", ""),
            words(
                    "POST /api/v1/matters/{id}/actions/{action}",
                    "办理动作",
                    "可带 If-Match 说明所依据的版本；不在可办状态时返回 409，缺材料等返回 422 并逐项列明。",
                    """
                    {"fields":{"reason":"不属于本单位管辖"}}"""),
            words("GET /api/v1/matters/{id}/timeline", "办理经过", "每一步的时间、单位、经办人、依据和链上散列值。", ""),
            words("GET /api/v1/matters/{id}/access", "谁能看、谁看过", "可见单位的依据和起止时间，以及查阅记录。", ""),
            words(
                    "GET /api/v1/matters/{id}/goods",
                    "看联合办案共享的涉案物品",
                    "只供参加联合办案的单位：名称、数量、状态、保管单位和案件编号；本单位能看的物品才有 matter。可按状态查询，用 next 翻页。",
                    ""),
            words("GET /api/v1/matters/{id}/documents/{doc}", "取文书", "按 Accept 返回 PDF 或 OFD。", ""),
            words("GET /api/v1/matters/{id}/bundle", "取移送袋", "一个 ASiC-E 文件：文书、材料、物品清单、保管链、账本摘录和两套签名；不联网也能核验。取走留痕。", ""),
            words("GET /api/v1/matters/{id}/receipt", "取移送回执", "受移送单位签收后才有；签在移送袋的同一个根上，与袋一并核验。", ""),
            words("POST /api/v1/attachments", "上传附件", "multipart 表单；返回编号和 SHA-256、SM3 散列值。", ""),
            words("GET /api/v1/law/articles/{id}", "查条文", "条文原文、施行起止和核对状态。", ""),
            words("GET /api/v1/law/clocks", "查时限", "全部法定时限及其依据。", ""),
            words("GET /api/v1/law/calendar/{year}", "查工作日历", "含调休和地方假日；尚未公布的年份注明暂定。", ""),
            words("POST /api/v1/law/clocks:compute", "算时限", "返回到期时间、计入天数和逐日不计入的原因。", """
                    {"clock":"…","starts_at":"2026-09-01T09:00:00+08:00","suspensions":[]}"""),
            words("POST /api/v1/law/jurisdiction:assess", "管辖研判", "列出可能的主管单位及依据；依据不一致时提示需会商。只作参考，不作结论。", """
                    {"commodity":"cigarettes","act":"unlicensed_transport","entity":"person","goods":[{"cigarette_sticks":60000}]}"""),
            words("POST /api/v1/law/threshold:assess", "移送标准研判", "对照立案追诉标准，列出达到、接近或需鉴定的各项。只作参考，不作结论。", """
                    {"commodity":"cigarettes","act":"unlicensed_operation","business_amount_yuan":60000,"goods":[]}"""),
            words(
                    "GET /api/v1/oversight/radar",
                    "检察监督雷达",
                    "只供县检察院：应移送未移送、立案审查逾期、不予立案、不起诉未反向移送等；可按情形、责任单位查询，用 next 翻页。每次查询留痕。",
                    ""),
            words("GET /api/v1/tipoff-counts", "举报统计", "只供审计管理员：已结束月份的件数，不足五件的不列，不通向任何一件举报。", ""),
            words("GET /api/v1/ledger/checkpoints", "账本检查点", "已签名的根，供外部核验。", ""),
            words("GET /api/v1/health", "是否可用", "不须令牌。", ""));

    /** Title, what to know, and a body to try; the latter two may be empty. */
    record Words(String title, String note, String example) {}

    private ApiWords() {}

    static Optional<Words> of(String method, String path) {
        return Optional.ofNullable(KNOWN.get(method + " " + path));
    }

    private static Map.Entry<String, Words> words(String address, String title, String note, String example) {
        return Map.entry(address, new Words(title, note, example));
    }
}
