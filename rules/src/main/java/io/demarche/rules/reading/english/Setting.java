package io.demarche.rules.reading.english;

/**
 * An action where it stands.
 *
 * @param sentence the sentence
 * @param agents whom the sentence names, as its words group them
 * @param discourse what the article told before
 * @param action the action
 * @param standing how far along it is
 * @param object the words of its object
 */
record Setting(
        MarkedSentence sentence,
        Agents agents,
        Discourse discourse,
        Action action,
        Standing standing,
        ObjectPhrase object) {

    static Setting of(MarkedSentence sentence, Discourse discourse, Action action, Standing standing) {
        Agents agents = new Agents(sentence);
        ObjectPhrase object = new ObjectPhrase(sentence, agents, action);
        return new Setting(sentence, agents, discourse, action, standing, object);
    }
}
