package io.demarche.core.pipeline;

import io.demarche.core.article.ArticleStore;
import io.demarche.core.statement.ReadingStore;
import io.demarche.core.subscription.SubscriptionStore;

/** The stores along the line; all take part in the same transaction. */
public record Stores(ArticleStore articles, ReadingStore readings, SubscriptionStore subscriptions) {}
