package cn.daxietong.matter;

import cn.daxietong.bench.Clients;
import cn.daxietong.database.Raw;
import cn.daxietong.shared.Json;
import cn.daxietong.worklist.TodoPages;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ApplicationContext;

/** The five steps of a lead, and pages of to-dos, taking turns with a Flowable that does the same on the same database. */
final class Processes {
    private static final int SECONDS = 3;
    private static final int WARM_UP = 3;
    private static final List<Integer> CLIENTS = List.of(8, 16);

    private final Clients.Makes whole;
    private final Clients.Makes pages;

    private Processes(ApplicationContext platform) {
        var proceedings = platform.getBean(Proceedings.class);
        var todos = new TodoPages(platform);
        var station = Measure.viewer("T01");
        var office = Measure.viewer("OFFICE");
        var unit = Measure.viewer("U12");
        var lead = Json.MAPPER.readTree(Actions.LEAD);
        var dispatch = Json.MAPPER.readTree("{\"unit\":\"U12\"}");
        var none = Json.MAPPER.readTree("{}");
        var verify = Json.MAPPER.readTree("{\"finding\":\"经实地核查，现场货物出库单、检验单齐全。\",\"substantiated\":false}");
        var close = Json.MAPPER.readTree("{\"reason\":\"unsubstantiated\",\"note\":\"查否，资料已归档。\"}");
        this.whole = client -> () -> {
            var id = proceedings.open(station, "lead", lead);
            proceedings.act(office, id, "dispatch", dispatch, null);
            proceedings.act(unit, id, "accept", none, null);
            proceedings.act(unit, id, "verify", verify, null);
            proceedings.act(unit, id, "close", close, null);
        };
        this.pages = client -> () -> {
            if (todos.rows(unit) == 0) {
                throw new IllegalStateException("an empty page measures nothing");
            }
        };
    }

    static void measure(ApplicationContext platform, int rounds) throws Exception {
        var ours = new Processes(platform);
        var peer = peer(platform);
        try (var to = peer.outputWriter();
                var from = peer.inputReader()) {
            for (int clients : CLIENTS) {
                var asked = List.of("processes", "todo_pages");
                for (var what : asked) {
                    var makes = what.equals("processes") ? ours.whole : ours.pages;
                    compare(what, clients, rounds, makes, to, from);
                }
            }
        } finally {
            peer.waitFor();
        }
    }

    private static void compare(
            String what, int clients, int rounds, Clients.Makes makes, BufferedWriter to, BufferedReader from)
            throws Exception {
        var here = new ArrayList<Double>();
        var there = new ArrayList<Double>();
        for (int round = -WARM_UP; round < rounds; round++) {
            var a = Clients.perSecond(clients, SECONDS, makes);
            to.write(what + " " + clients + " " + SECONDS + "\n");
            to.flush();
            var b = Double.parseDouble(from.readLine());
            if (round >= 0) {
                here.add(a);
                there.add(b);
            }
        }
        Clients.print("%s, %d clients".formatted(what, clients), here, "Flowable", there);
    }

    private static Process peer(ApplicationContext platform) throws Exception {
        try (var owner = Raw.owner(platform);
                var statement = owner.createStatement()) {
            statement.execute("drop schema if exists flowable_peer cascade");
            statement.execute("create schema flowable_peer");
        }
        var login = Raw.ownerLogin(platform);
        var peer = new ProcessBuilder(
                System.getProperty("java.home") + "/bin/java",
                "-Xmx768m",
                "-cp",
                System.getProperty("peer.classpath"),
                "Peer",
                CLIENTS.getLast().toString(),
                "500");
        peer.environment().put("PEER_URL", login[0] + "?currentSchema=flowable_peer");
        peer.environment().put("PEER_USER", login[1]);
        peer.environment().put("PEER_PASSWORD", login[2]);
        return peer.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }
}
