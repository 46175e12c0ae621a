package io.demarche.api.delivery;

import java.util.List;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import io.demarche.api.web.NotFoundException;
import io.demarche.core.subscription.SubscriptionStore;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The attempt log. */
@RestController
@Tag(name = "Subscriptions")
class DeliveryController {

    private final SubscriptionStore subscriptions;
    private final DeliveryReader deliveries;

    DeliveryController(SubscriptionStore subscriptions, DeliveryReader deliveries) {
        this.subscriptions = subscriptions;
        this.deliveries = deliveries;
    }

    /** The latest deliveries to a subscription with their attempts, the latest first. */
    @Operation(summary = "The latest deliveries to a subscription with their attempts, the latest first")
    @GetMapping("/api/v1/subscriptions/{id}/deliveries")
    List<DeliveryReader.DeliveryJson> list(
            @PathVariable String id, @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        if (subscriptions.find(id).isEmpty()) {
            throw new NotFoundException("subscription", id);
        }
        return deliveries.of(id, limit);
    }
}
