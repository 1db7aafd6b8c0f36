package cn.daxietong.database;

import java.time.Duration;

/**
 * Work that recurs for as long as the platform runs, once in the county however many processes there are. Each module adds its own as a bean.
 *
 * @param name stable, for the table of timers
 * @param every the pause after one run before the next
 */
public record Timer(String name, Duration every, Runnable work) {}
