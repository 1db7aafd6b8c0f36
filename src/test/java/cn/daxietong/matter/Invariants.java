package cn.daxietong.matter;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What must hold of every matter after every step, whatever was done; each complaint is one sentence. */
final class Invariants {
    private Invariants() {}

    static List<String> complaints(World world, Decision<?> decision) {
        var complaints = new ArrayList<String>();
        var matter = decision.after();
        var name = matter.kind() + " in " + matter.status() + ": ";
        if (matter.version() != decision.before().version() + 1) {
            complaints.add(name + "the version does not grow by one");
        }
        var owners = matter.participants().stream()
                .filter(p -> p.sees() && p.role().equals("owner"))
                .toList();
        if (owners.size() != 1 || !owners.getFirst().unit().equals(matter.owner())) {
            complaints.add(name + "not exactly one owner, or one that does not see: " + owners);
        }
        for (var p : matter.participants()) {
            Role.of(p.role());
            var until = p.until();
            if (until != null && until.isBefore(p.from()) || p.basis().isBlank()) {
                complaints.add(name + "a sight without basis or that ends before it begins: " + p);
            }
        }
        clocksAndTodos(world, matter, name, complaints);
        for (var notice : decision.notices()) {
            if (!matter.seenBy(notice.unit()) && !decision.before().seenBy(notice.unit())) {
                complaints.add(name + notice.unit() + " is told of what it may not see: " + notice.text());
            }
        }
        exhibits(matter, name, complaints);
        return complaints;
    }

    private static void clocksAndTodos(World world, Matter<?> matter, String name, List<String> complaints) {
        var closed = world.bench
                .kind(matter.kind())
                .procedure()
                .status(matter.status())
                .closed();
        for (var clock : matter.clocks()) {
            if (clock.runs() && closed) {
                complaints.add(name + clock.clock() + " runs although all is over");
            }
            if (clock.runs() && !matter.seenBy(clock.actorUnit())) {
                complaints.add(name + clock.clock() + " runs against " + clock.actorUnit() + ", which does not see it");
            }
        }
        var running = matter.clocks().stream()
                .filter(RunningClock::runs)
                .map(RunningClock::clock)
                .toList();
        if (new HashSet<>(running).size() < running.size()) {
            complaints.add(name + "a clock runs twice: " + running);
        }
        if (closed && !matter.todos().isEmpty()) {
            complaints.add(name + "somebody still has to do " + matter.todos());
        }
        for (var todo : matter.todos()) {
            if (!matter.seenBy(todo.unit())) {
                complaints.add(name + todo.unit() + " must do what it does not see: " + todo.title());
            }
        }
    }

    private static void exhibits(Matter<?> matter, String name, List<String> complaints) {
        var ids = new HashSet<String>();
        for (var item : custody(matter)) {
            if (!ids.add(item.id())) {
                complaints.add(name + "two exhibits are called " + item.id());
            }
            if (item.custodian().isBlank()) {
                complaints.add(name + "nobody has custody of " + item);
            }
        }
    }

    /** One exhibit, whatever the kind calls it. */
    record Held(String id, String custodian, boolean underMeasure) {}

    /** The exhibits in a state of whatever kind: its list of things that have a custodian, wherever it keeps it. */
    static List<Held> custody(Matter<?> matter) {
        return custody(matter.state());
    }

    private static List<Held> custody(Object state) {
        for (var part : Shape.of(state.getClass()).parts()) {
            var value = part.of(state);
            if (part.unwrapped()) {
                var inside = custody(Objects.requireNonNull(value));
                if (!inside.isEmpty()) {
                    return inside;
                }
            }
            if (value instanceof List<?> list
                    && !list.isEmpty()
                    && list.getFirst() instanceof Record first
                    && named(first, "custodian") != null) {
                return list.stream()
                        .map(item -> new Held(
                                named(item, "id") + "",
                                named(item, "custodian") + "",
                                List.of("PRESERVED", "SEIZED").contains(named(item, "measure") + "")))
                        .toList();
            }
        }
        return List.of();
    }

    private static @Nullable Object named(Object record, String name) {
        for (var part : Shape.of(record.getClass()).parts()) {
            if (part.name().equals(name)) {
                return part.of(record);
            }
            if (part.unwrapped()) {
                var inside = named(Objects.requireNonNull(part.of(record)), name);
                if (inside != null) {
                    return inside;
                }
            }
        }
        return null;
    }

    /** What a case and its newest transfer must agree on. */
    static List<String> complaints(World world) {
        var complaints = new ArrayList<String>();
        for (var matter : world.matters.values()) {
            if (matter.kind().equals("case")) {
                matter.linked("transfer").map(world::matter).ifPresent(t -> agreement(world, matter, t, complaints));
                underway(world, matter, complaints);
            }
            if (matter.kind().equals("exhibit")) {
                oneCustodian(world, matter, complaints);
            }
        }
        return complaints;
    }

    /** Exactly one unit has it at every moment; the chain, the owner and the case say the same. */
    private static void oneCustodian(World world, Matter<?> exhibit, List<String> complaints) {
        var name = "exhibit in " + exhibit.status() + ": ";
        var chain = (List<?>) Objects.requireNonNull(named((Record) Objects.requireNonNull(exhibit.state()), "chain"));
        var now = chain.stream()
                .map(Record.class::cast)
                .filter(hold -> named(hold, "until") == null)
                .map(hold -> named(hold, "unit") + "")
                .toList();
        if (world.closed(exhibit)) {
            if (!now.isEmpty()) {
                complaints.add(name + "it is gone and still with " + now);
            }
            return;
        }
        if (!now.equals(List.of(exhibit.owner().value()))) {
            complaints.add(name + "custody is with " + now + ", the owner is " + exhibit.owner());
        }
        var item = named((Record) exhibit.state(), "item") + "";
        var kase = exhibit.linked("case").map(world::matter).orElseThrow();
        for (var there : held(kase)) {
            if (there.id().equals(item)
                    && !there.custodian().equals(exhibit.owner().value())) {
                complaints.add(name + "it is with " + exhibit.owner() + ", the case says " + there.custodian());
            }
        }
        if (world.closed(kase) && exhibit.todos().isEmpty()) {
            complaints.add(name + "its case is over and nobody has to do anything with it");
        }
        var caseUnit = named((Record) exhibit.state(), "caseUnit") + "";
        if (!caseUnit.equals(kase.owner().value())) {
            complaints.add(name + "it takes " + caseUnit + " for the unit of the case, which is " + kase.owner());
        }
    }

    private static List<Held> held(Matter<?> matter) {
        return custody(matter).stream().filter(Held::underMeasure).toList();
    }

    private static void underway(World world, Matter<?> matter, List<String> complaints) {
        var waiting = List.of("approved", "sent", "returned", "received", "reconsidering", "supervision");
        var open = matter.links().stream()
                .filter(l -> l.rel().equals("transfer"))
                .map(l -> world.matter(l.matter()))
                .filter(t -> waiting.contains(t.status()))
                .toList();
        if (open.size() > 1) {
            complaints.add("a case has " + open.size() + " transfers under way");
        }
        if (open.isEmpty() && matter.status().equals("transferring")) {
            complaints.add("a case waits for a transfer that is not under way");
        }
    }

    private static void agreement(World world, Matter<?> matter, Matter<?> transfer, List<String> complaints) {
        var passed = transfer.status().equals("filed") || transfer.status().equals("taken_over");
        var receiver = named(transfer.state(), "receiver") + "";
        if (passed && !matter.owner().value().equals(receiver)) {
            complaints.add("the transfer is " + transfer.status() + " by " + receiver + " but the case in "
                    + matter.status() + " is still with " + matter.owner());
        }
        if (passed) {
            for (var there : custody(transfer)) {
                for (var here : custody(matter)) {
                    if (here.id().equals(there.id()) && !here.custodian().equals(there.custodian())) {
                        complaints.add("exhibit " + here.id() + " has two custodians: case in " + matter.status()
                                + " says " + here.custodian() + ", transfer in " + transfer.status() + " says "
                                + there.custodian());
                    }
                }
            }
        }
    }
}
