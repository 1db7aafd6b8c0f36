package cn.daxietong.oversight;

/** A look at the radar, as its page shows it. */
public record RadarLookLine(String at, String account, String purpose, int rows) {}
