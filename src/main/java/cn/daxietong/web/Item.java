package cn.daxietong.web;

/** A term and what it is here: one line of a description. */
public record Item(String term, String value) {}
