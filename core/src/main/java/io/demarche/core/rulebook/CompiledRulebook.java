package io.demarche.core.rulebook;

import java.util.List;

import io.demarche.core.article.Article;
import io.demarche.core.statement.Reading;

/** A revision of the rulebook, ready to be evaluated by many threads at once. */
public interface CompiledRulebook {

    /** The number of the revision. */
    int revision();

    /** The names of its rules, sorted. */
    List<String> rules();

    /** The flags that its rules raise on one reading. The work is bounded, whatever the rules say. */
    Evaluation evaluate(Article article, Reading reading);
}
