package io.demarche.ingest.fetch;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import org.jspecify.annotations.Nullable;

/**
 * Asks each host for one thing at a time, with a pause between two, and for nothing that its robots.txt does not allow (RFC 9309): a file
 * that is not there allows everything, one that cannot be had because the server fails allows nothing until it can.
 */
public final class PoliteFetcher implements Fetcher {

    private static final Duration RULES_HOLD = Duration.ofDays(1);
    private static final Duration FAILURE_HOLDS = Duration.ofMinutes(10);
    private static final Duration LONGEST_DELAY = Duration.ofSeconds(30);
    private static final int MOST_HOSTS = 10_000;

    private final Fetcher fetcher;
    private final Manners manners;
    private final InstantSource clock;
    private final Pause pause;
    private final Map<String, Host> hosts = new ConcurrentHashMap<>();

    /**
     * What is asked of a host, and how often.
     *
     * @param robots whether its robots.txt is asked for
     * @param delay between the end of a fetch and the start of the next
     * @param patience how long a fetch waits for its turn before it is given up
     * @param robotName the name that robots.txt is asked about
     */
    public record Manners(boolean robots, Duration delay, Duration patience, String robotName) {}

    /** Waits. */
    public interface Pause {

        /** Returns when that much time has passed. */
        void of(Duration duration) throws InterruptedException;
    }

    /** Fetches by that fetcher. */
    public PoliteFetcher(Fetcher fetcher, Manners manners, InstantSource clock, Pause pause) {
        this.fetcher = fetcher;
        this.manners = manners;
        this.clock = clock;
        this.pause = pause;
    }

    private static final class Host {

        private final ReentrantLock turn = new ReentrantLock(true);
        private @Nullable BaseRobotRules rules;
        private Instant rulesHoldUntil = Instant.MIN;
        private volatile Instant next = Instant.MIN;
    }

    @Override
    public Fetched fetch(URI url, Validators validators) {
        forgetSome();
        Host host = hosts.computeIfAbsent(
                String.valueOf(url.getRawAuthority()).toLowerCase(Locale.ROOT), name -> new Host());
        try {
            if (!host.turn.tryLock(manners.patience().toMillis(), TimeUnit.MILLISECONDS)) {
                return new Fetched.Failed(0, url.getHost() + " is busy with other fetches of ours", manners.patience());
            }
            try {
                return inTurn(host, url, validators);
            } finally {
                host.turn.unlock();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Fetched.Failed("the fetch was broken off on our side");
        }
    }

    private Fetched inTurn(Host host, URI url, Validators validators) throws InterruptedException {
        if (manners.robots() && host.rulesHoldUntil.isBefore(clock.instant())) {
            await(host);
            learn(host, url);
        }
        BaseRobotRules rules = host.rules;
        if (rules != null && !rules.isAllowed(url.toString())) {
            return new Fetched.Failed(
                    rules.isDeferVisits()
                            ? "robots.txt of " + url.getHost() + " cannot be had, because the server fails"
                            : "robots.txt of " + url.getHost() + " does not allow it");
        }
        await(host);
        try {
            return fetcher.fetch(url, validators);
        } finally {
            host.next = clock.instant().plus(delay(rules));
        }
    }

    private void await(Host host) throws InterruptedException {
        Instant now = clock.instant();
        if (host.next.isAfter(now)) {
            pause.of(Duration.between(now, host.next));
        }
    }

    private Duration delay(@Nullable BaseRobotRules rules) {
        long asked = rules == null ? 0 : Math.max(0, rules.getCrawlDelay());
        Duration delay = Duration.ofMillis(Math.min(asked, LONGEST_DELAY.toMillis()));
        return delay.compareTo(manners.delay()) > 0 ? delay : manners.delay();
    }

    private void learn(Host host, URI url) {
        URI place = url.resolve("/robots.txt");
        Fetched fetched = fetcher.fetch(place, Validators.NONE);
        Instant now = clock.instant();
        host.next = now.plus(manners.delay());
        host.rulesHoldUntil = now.plus(RULES_HOLD);
        if (fetched instanceof Fetched.Document document) {
            host.rules = new SimpleRobotRulesParser()
                    .parseContent(
                            place.toString(),
                            document.body(),
                            "text/plain",
                            List.of(manners.robotName().toLowerCase(Locale.ROOT)));
        } else if (fetched instanceof Fetched.Failed failed && failed.status() >= 500) {
            host.rules = new SimpleRobotRules(SimpleRobotRules.RobotRulesMode.ALLOW_NONE);
            host.rules.setDeferVisits(true);
            host.rulesHoldUntil = now.plus(FAILURE_HOLDS);
        } else {
            host.rules = null;
            host.rulesHoldUntil = fetched instanceof Fetched.Failed failed && failed.status() == 0
                    ? now.plus(FAILURE_HOLDS)
                    : host.rulesHoldUntil;
        }
    }

    private void forgetSome() {
        if (hosts.size() > MOST_HOSTS) {
            Instant now = clock.instant();
            hosts.values().removeIf(host -> host.next.isBefore(now) && !host.turn.isLocked());
        }
    }
}
