package io.demarche.rules.reading.english;

/** What all who look for the sides of an action look at: its setting, part by part. */
abstract class SideFinder {

    final MarkedSentence sentence;
    final Agents agents;
    final Discourse discourse;
    final Action action;
    final Standing standing;
    final ObjectPhrase object;

    SideFinder(Setting setting) {
        this.sentence = setting.sentence();
        this.agents = setting.agents();
        this.discourse = setting.discourse();
        this.action = setting.action();
        this.standing = setting.standing();
        this.object = setting.object();
    }
}
