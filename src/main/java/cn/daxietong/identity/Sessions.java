package cn.daxietong.identity;

import cn.daxietong.database.Writing;
import cn.daxietong.shared.AccountId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/** Sessions in the database: who sits where, for how long, and how to end it. */
@Component
class Sessions {
    static final Duration LONGEST = Duration.ofHours(10);

    private static final String PRINCIPAL = FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME;
    private static final String HOLDING = "holding";
    private static final String SINCE = "since";
    private static final String ADDRESS = "address";
    private static final String BROWSER = "browser";

    private final FindByIndexNameSessionRepository<? extends Session> stored;
    private final Presence presence;
    private final Writing writing;
    private final Clock clock;

    Sessions(
            FindByIndexNameSessionRepository<? extends Session> stored,
            Presence presence,
            Writing writing,
            Clock clock) {
        this.stored = stored;
        this.presence = presence;
        this.writing = writing;
        this.clock = clock;
    }

    /** A session known before sign-in is thrown away with all it held, so that nobody can have planted it. */
    void begin(HttpServletRequest request, Holding holding) {
        var planted = request.getSession(false);
        if (planted != null) {
            planted.invalidate();
        }
        var session = request.getSession(true);
        session.setAttribute(PRINCIPAL, holding.account().value());
        session.setAttribute(HOLDING, holding.id().toString());
        session.setAttribute(SINCE, clock.instant().toString());
        session.setAttribute(ADDRESS, String.valueOf(request.getRemoteAddr()));
        session.setAttribute(BROWSER, Browser.of(request.getHeader("User-Agent")));
    }

    /** Acts in another post from now on, under a new session id, since what it may do has changed. */
    void act(HttpServletRequest request, UUID holding) {
        request.changeSessionId();
        request.getSession().setAttribute(HOLDING, holding.toString());
    }

    Optional<SignedIn> who(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null
                || !(session.getAttribute(PRINCIPAL) instanceof String account)
                || !(session.getAttribute(HOLDING) instanceof String holding)) {
            return Optional.empty();
        }
        var who = expired(session)
                ? Optional.<SignedIn>empty()
                : presence.of(new AccountId(account), UUID.fromString(holding));
        if (who.isEmpty()) {
            session.invalidate();
        }
        return who;
    }

    private boolean expired(HttpSession session) {
        return !(session.getAttribute(SINCE) instanceof String since)
                || Instant.parse(since).plus(LONGEST).isBefore(clock.instant());
    }

    List<SessionRow> of(AccountId account, @Nullable HttpSession current) {
        var here = current == null ? "" : current.getId();
        return sessions(account).entrySet().stream()
                .map(entry -> row(entry.getValue(), entry.getKey().equals(here)))
                .sorted(Comparator.comparing(SessionRow::lastUsed).reversed())
                .toList();
    }

    void end(AccountId account, String handle) {
        sessions(account).keySet().stream()
                .filter(id -> handle(id).equals(handle))
                .forEach(stored::deleteById);
    }

    /** All of them, in the transaction under way. */
    int endAll(AccountId account) {
        return writing.inTransaction(db -> db.sql("delete from identity.session where principal_name = ?")
                .param(account.value())
                .update());
    }

    int endOthers(AccountId account, HttpSession current) {
        return writing.inTransaction(
                db -> db.sql("delete from identity.session where principal_name = ? and session_id <> ?")
                        .params(account.value(), current.getId())
                        .update());
    }

    private Map<String, ? extends Session> sessions(AccountId account) {
        return stored.findByPrincipalName(account.value());
    }

    private static SessionRow row(Session session, boolean current) {
        return new SessionRow(
                handle(session.getId()),
                session.getCreationTime(),
                session.getLastAccessedTime(),
                text(session, ADDRESS),
                text(session, BROWSER),
                current);
    }

    private static String text(Session session, String attribute) {
        return session.getAttribute(attribute) instanceof String text ? text : "";
    }

    private static String handle(String id) {
        return HexFormat.of().formatHex(Secrets.digest(id), 0, 8);
    }
}
