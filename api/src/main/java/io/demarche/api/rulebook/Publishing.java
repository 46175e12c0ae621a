package io.demarche.api.rulebook;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.demarche.api.web.Change;
import io.demarche.api.web.InvalidRequestException;
import io.demarche.api.web.NotFoundException;
import io.demarche.api.web.RefusedException;
import io.demarche.core.rulebook.Problem;
import io.demarche.core.rulebook.Publication;
import io.demarche.core.rulebook.Revision;
import io.demarche.core.rulebook.RevisionStore;
import io.demarche.core.rulebook.Rulebook;
import io.demarche.core.rulebook.RulebookFile;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;

/** Publishes over HTTP: under a condition on the revision in force, and every refusal as a problem that says what to do. */
final class Publishing {

    private static final Logger LOG = LoggerFactory.getLogger(Publishing.class);
    private static final Pattern ENTITY_TAG = Pattern.compile("\"(\\d{1,9})\"");

    private final Rulebook rulebook;
    private final RevisionStore revisions;
    private final InstantSource clock;

    Publishing(Rulebook rulebook, RevisionStore revisions, InstantSource clock) {
        this.rulebook = rulebook;
        this.revisions = revisions;
        this.clock = clock;
    }

    /** The revision of that number. */
    Revision revision(int number) {
        return revisions
                .find(number)
                .orElseThrow(() -> new NotFoundException("revision of the rulebook", String.valueOf(number)));
    }

    /** Publishes a text that began from the revision {@code base} if the one in force is that of {@code ifMatch}. */
    Revision publish(Rulebook.Wish wish, int base, @Nullable String ifMatch) {
        int expected = number(ifMatch);
        Publication publication = rulebook.publish(wish, expected, clock.instant());
        if (publication instanceof Publication.Published published) {
            Revision revision = published.revision();
            LOG.info(
                    "rulebook: revision {} is published by {}{}: {}",
                    revision.number(),
                    revision.author(),
                    revision.overridden() ? " although examples fail" : "",
                    revision.note());
            Change.tell(RulebookJson.RevisionJson.of(revision(expected)), RulebookJson.RevisionJson.of(revision));
            return revision;
        }
        if (publication instanceof Publication.Overtaken overtaken) {
            throw overtaken(overtaken.current(), base, wish.files());
        }
        if (publication instanceof Publication.Broken broken) {
            throw broken("rulebook", broken.problems());
        }
        RulebookJson.ExamplesJson examples =
                RulebookJson.ExamplesJson.of(((Publication.Failing) publication).outcomes());
        throw new RefusedException(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "examples-failing",
                "examples of the rulebook fail; mend the rules or the examples, or publish with \"override\": true, which is recorded",
                Map.of("failing", examples.failing()));
    }

    /** The refusal of a text that does not compile; {@code what} a person would call it. */
    static RefusedException broken(String what, List<Problem> problems) {
        return new RefusedException(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "rulebook-broken",
                "the " + what + " has problems; mend them first",
                Map.of("problems", problems));
    }

    private RefusedException overtaken(Revision current, int base, List<RulebookFile> yours) {
        return new RefusedException(
                HttpStatus.PRECONDITION_FAILED,
                "overtaken",
                "revision %d is in force, published by %s: look at the changes, rebase the draft, and publish with If-Match: \"%d\""
                        .formatted(current.number(), current.author(), current.number()),
                Map.of(
                        "current", current.number(),
                        "base", base,
                        "changes", TextDiff.threeWay(revision(base).files(), current.files(), yours)));
    }

    /** The number in an entity tag such as {@code "3"}. */
    static int number(@Nullable String ifMatch) {
        if (ifMatch == null) {
            throw new RefusedException(
                    HttpStatus.PRECONDITION_REQUIRED,
                    "precondition-required",
                    "send If-Match with the ETag of what you have seen, so that nobody's change is lost",
                    Map.of());
        }
        Matcher tag = ENTITY_TAG.matcher(ifMatch.strip());
        if (!tag.matches()) {
            throw new InvalidRequestException("If-Match", "must be an ETag such as \"3\", found '" + ifMatch + "'");
        }
        return Integer.parseInt(tag.group(1));
    }

    static String entityTag(int number) {
        return "\"" + number + "\"";
    }
}
