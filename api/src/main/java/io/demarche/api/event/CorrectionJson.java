package io.demarche.api.event;

import java.time.Instant;
import java.util.List;

import io.demarche.api.json.FlagJson;

/**
 * The flags of one article of an event were raised anew, under another revision, and are others now.
 *
 * @param after empty if the article tells nothing of the event any more
 */
record CorrectionJson(Instant at, int revision, String articleId, List<FlagJson> before, List<FlagJson> after) {}
