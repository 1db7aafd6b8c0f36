package cn.daxietong.shared;

/**
 * One thing wrong with what was entered, said so that the person can mend it.
 *
 * @param field the field's API name, dotted and indexed for nested ones ({@code facts.goods[0].quantity}); empty for the whole
 * @param code stable, for machines
 * @param message Chinese, for people
 */
public record Fault(String field, String code, String message) {}
