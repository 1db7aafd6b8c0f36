package cn.daxietong.bag;

/** What lies on top in every bag, for whoever opens it with an ordinary zip program. */
final class Instructions {
    static final String TEXT = """
            移送袋（ASiC-E 容器，格式第 1 版）

            袋内：
              documents/    文书：PDF 为版式文件，JSON 为其内容
              attachments/  随案材料
              matter.json、exhibits.json、custody.json  事项、涉案物品清单、保管链
              ledger/       账本摘录：谁在何时办理了什么，逐条相扣；titles.tsv 是各条记录的名称
              META-INF/     两份清单（国密 SM3、SHA-256）及签名（SM2、Ed25519）、存在证明、时间戳

            怎样核验（不用联网，不用安装平台）：
              1. 浏览器打开“核验.html”，选择本文件；或者
              2. java -jar daxietong-verifier.jar 本文件.asice 回执.txt
            核验程序由平台页面“移送袋”下载，也可向发出单位索取；请不要只用袋的发送人另附的核验程序。
            签名密钥的指纹请与发出单位公布的核对。
            请勿解压后重新打包：重新打包的袋通不过核验。
            """;

    private Instructions() {}
}
