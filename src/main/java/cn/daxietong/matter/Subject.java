package cn.daxietong.matter;

/** Something that identifies: a person's number, a plate, a phone, a company's code. */
public record Subject(String type, Personal value) {}
