package io.demarche.rules.reading.english;

/** Hears how an article is read, sentence by sentence. */
interface Witness {

    /** Nobody who listens. */
    Witness NONE = new Witness() {
        @Override
        public void sentence(MarkedSentence sentence) {
            // nobody listens
        }

        @Override
        public void found(Finding finding) {
            // nobody listens
        }
    };

    /** The next sentence. */
    void sentence(MarkedSentence sentence);

    /** Something done in the sentence heard last. */
    void found(Finding finding);
}
