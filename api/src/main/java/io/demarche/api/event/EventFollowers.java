package io.demarche.api.event;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import io.demarche.api.web.RefusedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Streams of changes to those who follow (Server-Sent Events, HTML Living Standard, section 9.2). Nothing is kept for a follower but the
 * number that it has come to: what is read for it is written before more is read, so that a slow one holds up itself alone. One thread
 * asks the database while anybody follows, and wakes the others.
 */
final class EventFollowers implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(EventFollowers.class);
    private static final int PART = 100;
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    /** Then a follower comes again by itself, goes on where it was, and is let in anew or not. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private static final long RETRY_MS = 1_000;

    private final EventReader events;
    private final EventNumbering numbering;
    private final JsonMapper json;
    private final int most;
    private final Duration poll;
    private final Set<Follower> followers = ConcurrentHashMap.newKeySet();
    private final Object news = new Object();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private volatile boolean running;
    private long last;

    EventFollowers(EventReader events, EventNumbering numbering, JsonMapper json, int most, Duration poll) {
        this.events = events;
        this.numbering = numbering;
        this.json = json;
        this.most = most;
        this.poll = poll;
    }

    /** The number of the last change that can be seen. */
    long upToNow() {
        return numbering.upToNow();
    }

    /** Streams what changes of the events that are asked for after that number, to whoever asks. */
    SseEmitter follow(EventQuery query, boolean all, long after) {
        Follower follower = new Follower(query, all, after);
        if (followers.size() >= most || !running) {
            throw new RefusedException(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "too-many-followers",
                    "%d streams are answered already; try again, or ask another process".formatted(followers.size()),
                    Map.of());
        }
        followers.add(follower);
        follower.emitter.onCompletion(() -> followers.remove(follower));
        threads.execute(follower);
        synchronized (news) {
            news.notifyAll();
        }
        return follower.emitter;
    }

    /** Asks for what has changed while anybody follows. */
    private void watch() {
        while (running) {
            try {
                long now = followers.isEmpty() ? -1 : numbering.upToNow();
                synchronized (news) {
                    if (now > last) {
                        last = now;
                        news.notifyAll();
                    }
                    news.wait(followers.isEmpty() ? 0 : poll.toMillis());
                }
            } catch (DataAccessException e) {
                LOG.warn("followed events: the database does not answer, {}", e.getMessage());
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** Waits until there is a number after that one, but no longer than a heartbeat, and gives the last number. */
    private long await(long after) throws InterruptedException {
        long end = System.nanoTime() + HEARTBEAT.toNanos();
        synchronized (news) {
            for (long left = HEARTBEAT.toMillis();
                    running && last <= after && left > 0;
                    left = (end - System.nanoTime()) / 1_000_000) {
                news.wait(left);
            }
            return last;
        }
    }

    private final class Follower implements Runnable {

        private final EventQuery query;
        private final boolean all;
        private final SseEmitter emitter = new SseEmitter(0L);
        private long number;

        private Follower(EventQuery query, boolean all, long after) {
            this.query = query;
            this.all = all;
            this.number = after;
        }

        @Override
        public void run() {
            try {
                long end = System.nanoTime() + LONGEST.toNanos();
                emitter.send(SseEmitter.event().reconnectTime(RETRY_MS));
                while (running && followers.contains(this) && System.nanoTime() < end) {
                    long now = await(number);
                    if (now > number) {
                        catchUp(now);
                    } else {
                        emitter.send(SseEmitter.event().comment(""));
                    }
                }
                emitter.complete();
            } catch (IOException | IllegalStateException e) {
                // Whoever followed has hung up.
                emitter.completeWithError(e);
            } catch (DataAccessException e) {
                LOG.warn("followed events: the database does not answer, {}", e.getMessage());
                emitter.complete();
            } catch (InterruptedException e) {
                emitter.complete();
            } finally {
                followers.remove(this);
            }
        }

        private void catchUp(long now) throws IOException {
            List<EventChange> part;
            do {
                part = events.changes(query, all, number, now, PART);
                for (EventChange change : part) {
                    emitter.send(SseEmitter.event()
                            .id(String.valueOf(change.number()))
                            .name(change.what().name().toLowerCase(Locale.ROOT))
                            .data(json.writeValueAsString(change.subject()), MediaType.TEXT_PLAIN));
                    number = change.number();
                }
            } while (part.size() == PART);
            if (number < now) {
                // An id without data tells nobody anything, but is what a reconnection begins after.
                number = now;
                emitter.send(SseEmitter.event().id(String.valueOf(now)));
            }
        }
    }

    @Override
    public void start() {
        running = true;
        threads.execute(this::watch);
    }

    /** Ends the streams first: a server that stops waits for the requests that it answers. */
    @Override
    public void stop() {
        running = false;
        synchronized (news) {
            news.notifyAll();
        }
        threads.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
