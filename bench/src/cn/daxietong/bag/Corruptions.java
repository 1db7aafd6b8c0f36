package cn.daxietong.bag;

import cn.daxietong.verifier.Check;
import cn.daxietong.verifier.Unfit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.Set;

/** Ten thousand single bytes of a bag changed, each to be found. */
final class Corruptions {
    private static final int MANY = 10_000;

    private Corruptions() {}

    public static void main(String[] arguments) throws IOException {
        var bag = arguments.length > 0
                ? Path.of(arguments[0])
                : Files.write(Files.createTempFile("bag", ".asice"), new SampleBag().bytes());
        var whole = Files.readAllBytes(bag);
        var copy = Files.createTempFile("changed", ".asice");
        var random = new Random(20261126);
        var begun = System.nanoTime();
        int missed = 0;
        for (int i = 0; i < MANY; i++) {
            var changed = whole.clone();
            int at = i < whole.length
                    ? (int) ((long) i * whole.length / Math.min(MANY, whole.length))
                    : random.nextInt(whole.length);
            changed[at] ^= (byte) (1 + random.nextInt(255));
            Files.write(copy, changed);
            if (passes(copy)) {
                missed++;
                System.out.println("missed: byte " + at);
            }
        }
        System.out.printf(
                "%,d changed bytes of %,d, %d missed, %.1f s%n",
                MANY, whole.length, missed, (System.nanoTime() - begun) / 1e9);
        Files.delete(copy);
        System.exit(missed == 0 ? 0 : 1);
    }

    private static boolean passes(Path bag) throws IOException {
        try {
            return Check.run(bag, null, Set.of()).sound();
        } catch (Unfit e) {
            return false;
        }
    }
}
