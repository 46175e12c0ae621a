package io.demarche.core.rulebook;

import java.util.List;
import java.util.Set;
import java.util.SortedMap;

import io.demarche.core.article.Article;
import io.demarche.core.statement.Reading;
import io.demarche.core.statement.StatementReader;

/** A revision of the rulebook, ready to be evaluated by many threads at once. */
public interface CompiledRulebook {

    /** The number of the revision. */
    int revision();

    /** Its rules, in the order of the text. */
    List<Rule> rules();

    /** Its examples, in the order of the text. */
    List<Example> examples();

    /** Its lists of parties. */
    PartyLists lists();

    /** The name of each party that its reader knows, by its code. */
    SortedMap<String, String> partyNames();

    /** The codes of these parties. */
    default Set<String> parties() {
        return partyNames().keySet();
    }

    /** Reads articles by its lexicon: the bundled one and what its files add. */
    StatementReader reader();

    /** Whether any of its rules asks for {@link EarlierEvent}s. */
    boolean looksBack();

    /** Whether any of its rules asks for the text of an article. */
    boolean asksForTexts();

    /** Those of its rules that the other rulebook does not have, or has otherwise. */
    CompiledRulebook without(CompiledRulebook other);

    /**
     * The flags that its rules raise on one reading. The work is bounded, whatever the rules say.
     *
     * @param past what was flagged between the article's parties before it; needed only if the rulebook looks back
     */
    Evaluation evaluate(Article article, Reading reading, List<EarlierEvent> past);

    /** On how many readings a rule used up its budget and was left out, by the rule's name; only those that did. */
    SortedMap<String, Integer> breaches();

    /** The names of the rules that did so too often and take no part any more, sorted. */
    List<String> suspended();
}
