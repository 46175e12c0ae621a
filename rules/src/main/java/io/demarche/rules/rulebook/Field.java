package io.demarche.rules.rulebook;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import io.demarche.core.rulebook.Severity;
import io.demarche.core.statement.Measure;
import io.demarche.core.statement.Move;
import io.demarche.core.statement.Party;
import io.demarche.core.statement.Status;
import org.jspecify.annotations.Nullable;

/** What a rule may ask of a fact; the whole vocabulary. Cheap and selective fields come first, which orders constraints. */
enum Field {
    ACTOR("actor", Type.PARTY, "whose measure it is", fact -> fact.actor),
    TARGET("target", Type.PARTY, "on whom it bears", fact -> fact.target),
    MEASURE("measure", Type.MEASURE, "what is done", fact -> fact.doing.measure()),
    STATUS("status", Type.STATUS, "how far along it is", fact -> fact.doing.status()),
    MOVE("move", Type.MOVE, "whether it is put on or taken off", fact -> fact.doing.move()),
    MUTUAL("mutual", Type.BOOLEAN, "whether both sides do it to each other", fact -> fact.doing.mutual()),
    BACKGROUND(
            "background",
            Type.BOOLEAN,
            "whether the article tells it as history",
            ofStatement(fact -> fact.statement.background())),
    COUNT(
            "count",
            Type.NUMBER,
            "how many people, where it says so",
            ofStatement(fact -> number(fact.statement.count()))),
    CONFIDENCE(
            "confidence",
            Type.NUMBER,
            "how sure the reader is, from 0 to 1",
            ofStatement(fact -> fact.statement.confidence())),
    SPEAKER(
            "speaker",
            Type.PARTIES,
            "who proposes, urges, threatens or rejects it, where that is not the actor",
            ofStatement(fact -> codes(fact.statement.speaker()))),
    LANGUAGE(
            "language",
            Type.TEXT,
            "the article's language, such as \"en\"",
            ofStatement(fact -> fact.article.imprint().language())),
    OUTLET(
            "outlet",
            Type.TEXT,
            "who published the article",
            ofStatement(fact -> fact.article.imprint().outlet())),
    DATE(
            "date",
            Type.DATE,
            "the day of the article, in UTC",
            ofStatement(fact -> LocalDate.ofInstant(fact.article.toldAt(), ZoneOffset.UTC))),
    EVIDENCE(
            "evidence",
            Type.TEXT,
            "the words that say so",
            ofStatement(fact -> fact.statement.evidence().quote())),
    TITLE("title", Type.TEXT, "the article's title", ofStatement(fact -> fact.article.title())),
    TEXT("text", Type.TEXT, "the article's text", ofStatement(fact -> fact.article.text())),
    SEVERITY(
            "severity",
            Type.SEVERITY,
            "the highest severity of its flags",
            ofEarlierEvent(fact -> fact.event.severity())),
    KINDS("kinds", Type.KINDS, "the kinds of its flags", ofEarlierEvent(fact -> List.copyOf(fact.event.kinds()))),
    DAYS("days", Type.NUMBER, "how many days before the article it was first told", ofEarlierEvent(fact -> fact.days)),
    ID("id", Type.TEXT, "its id, by which two events are told apart", ofEarlierEvent(fact -> fact.event.id()));

    /** What a field holds. */
    enum Type {
        MEASURE(Measure.class),
        MOVE(Move.class),
        STATUS(Status.class),
        SEVERITY(Severity.class),
        PARTY(String.class),
        PARTIES(List.class),
        KINDS(List.class),
        BOOLEAN(Boolean.class),
        NUMBER(Double.class),
        DATE(LocalDate.class),
        TEXT(String.class);

        private final Class<?> javaType;

        Type(Class<?> javaType) {
            this.javaType = javaType;
        }

        Class<?> javaType() {
            return javaType;
        }

        boolean isEnum() {
            return javaType.isEnum();
        }

        boolean isList() {
            return this == PARTIES || this == KINDS;
        }

        /** Whether one value may come before another. */
        boolean isOrdered() {
            return this == NUMBER || this == DATE || this == SEVERITY;
        }

        /** Whether equality with a literal selects few enough facts to be worth a hash index. */
        boolean isIndexed() {
            return isEnum() || this == PARTY;
        }
    }

    private final String word;
    private final Type type;
    private final String meaning;
    private final Reader reader;

    Field(String word, Type type, String meaning, Function<Fact, @Nullable Object> value) {
        this(word, type, meaning, new Reader(List.of(Fact.Sort.values()), value));
    }

    Field(String word, Type type, String meaning, Reader reader) {
        this.word = word;
        this.type = type;
        this.meaning = meaning;
        this.reader = reader;
    }

    /** How a value is taken from facts of some sorts. */
    private record Reader(List<Fact.Sort> sorts, Function<Fact, @Nullable Object> value) {}

    private static Reader ofStatement(Function<StatementFact, @Nullable Object> value) {
        return new Reader(List.of(Fact.Sort.STATEMENT), fact -> value.apply((StatementFact) fact));
    }

    private static Reader ofEarlierEvent(Function<EarlierEventFact, @Nullable Object> value) {
        return new Reader(List.of(Fact.Sort.EARLIER_EVENT), fact -> value.apply((EarlierEventFact) fact));
    }

    String word() {
        return word;
    }

    Type type() {
        return type;
    }

    /** What it tells, for a person who writes a rule. */
    String meaning() {
        return meaning;
    }

    boolean isOf(Fact.Sort sort) {
        return reader.sorts().contains(sort);
    }

    @Nullable
    Object of(Fact fact) {
        return reader.value().apply(fact);
    }

    /** Its place in the order of this list, from 0. */
    @SuppressWarnings("EnumOrdinal") // the order of the list is what is asked for, and nobody stores it
    int rank() {
        return ordinal();
    }

    static Optional<Field> named(String word, Fact.Sort sort) {
        return Arrays.stream(values())
                .filter(field -> field.isOf(sort) && field.word.equals(word))
                .findFirst();
    }

    static List<String> words(Fact.Sort sort) {
        return Arrays.stream(values())
                .filter(field -> field.isOf(sort))
                .map(Field::word)
                .toList();
    }

    private static @Nullable Double number(@Nullable Integer number) {
        return number == null ? null : number.doubleValue();
    }

    private static List<String> codes(List<Party> parties) {
        return parties.stream().map(Party::code).toList();
    }
}
