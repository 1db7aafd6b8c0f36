package cn.daxietong.ledger;

import org.springframework.context.ApplicationContext;

/** Makes the checkpoint now that the timer would make within a minute. */
public final class Checkpoints {
    private Checkpoints() {}

    public static void make(ApplicationContext platform) {
        platform.getBean(Sequencer.class).seal();
    }
}
