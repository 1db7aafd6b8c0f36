package cn.daxietong.matter;

/** The next number of a gap-free series; taken last in a transaction, so that a failed one gives it back and others wait shortest. */
@FunctionalInterface
public interface Numbers {
    /** @param series prefix and year, such as 鹿打私移〔2026〕 */
    int next(String series);
}
