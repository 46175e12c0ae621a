package io.demarche.rules.rulebook;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import io.demarche.core.statement.Measure;
import io.demarche.core.statement.Move;
import io.demarche.core.statement.Party;
import io.demarche.core.statement.Status;
import org.jspecify.annotations.Nullable;

/** What a rule may ask of a statement; the whole vocabulary. Cheap and selective fields come first, which orders constraints. */
enum Field {
    ACTOR("actor", Type.PARTY, fact -> fact.actor),
    TARGET("target", Type.PARTY, fact -> fact.target),
    MEASURE("measure", Type.MEASURE, fact -> fact.doing.measure()),
    STATUS("status", Type.STATUS, fact -> fact.doing.status()),
    MOVE("move", Type.MOVE, fact -> fact.doing.move()),
    BACKGROUND("background", Type.BOOLEAN, fact -> fact.statement.background()),
    MUTUAL("mutual", Type.BOOLEAN, fact -> fact.doing.mutual()),
    COUNT("count", Type.NUMBER, fact -> asDouble(fact.statement.count())),
    CONFIDENCE("confidence", Type.NUMBER, fact -> fact.statement.confidence()),
    SPEAKER("speaker", Type.PARTIES, fact -> codes(fact.statement.speaker())),
    LANGUAGE("language", Type.TEXT, fact -> fact.article.imprint().language()),
    OUTLET("outlet", Type.TEXT, fact -> fact.article.imprint().outlet()),
    EVIDENCE("evidence", Type.TEXT, fact -> fact.statement.evidence().quote()),
    TITLE("title", Type.TEXT, fact -> fact.article.title()),
    TEXT("text", Type.TEXT, fact -> fact.article.text());

    /** What a field holds. */
    enum Type {
        MEASURE(Measure.class),
        MOVE(Move.class),
        STATUS(Status.class),
        PARTY(String.class),
        PARTIES(List.class),
        BOOLEAN(Boolean.class),
        NUMBER(Double.class),
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

        /** Whether equality with a literal selects few enough facts to be worth a hash index. */
        boolean isIndexed() {
            return isEnum() || this == PARTY;
        }
    }

    private final String word;
    private final Type type;
    private final Function<StatementFact, @Nullable Object> value;

    Field(String word, Type type, Function<StatementFact, @Nullable Object> value) {
        this.word = word;
        this.type = type;
        this.value = value;
    }

    String word() {
        return word;
    }

    Type type() {
        return type;
    }

    @Nullable
    Object of(StatementFact fact) {
        return value.apply(fact);
    }

    /** Its place in the order of this list, from 0. */
    @SuppressWarnings("EnumOrdinal") // the order of the list is what is asked for, and nobody stores it
    int rank() {
        return ordinal();
    }

    static Optional<Field> named(String word) {
        return Arrays.stream(values()).filter(field -> field.word.equals(word)).findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(Field::word).toList();
    }

    private static @Nullable Double asDouble(@Nullable Integer number) {
        return number == null ? null : number.doubleValue();
    }

    private static List<String> codes(List<Party> parties) {
        return parties.stream().map(Party::code).toList();
    }
}
