package io.demarche.api.security;

import java.time.Instant;
import java.util.List;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import io.demarche.api.web.InvalidRequestException;
import io.demarche.api.web.Page;
import io.demarche.api.web.Times;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The audit log, to be read. */
@RestController
@Tag(name = "Access")
@RequestMapping("/api/v1/audit")
class AuditController {

    private final AuditLog log;

    AuditController(AuditLog log) {
        this.log = log;
    }

    /** Who changed what, the last change first. */
    @Operation(summary = "Who changed what, the last change first; path is the beginning of one")
    @GetMapping
    ResponseEntity<Page<AuditLog.Entry>> list(
            @RequestParam(required = false) @Nullable String account,
            @RequestParam(required = false) @Nullable String path,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) @Min(1) long cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        check("from", from);
        check("to", to);
        List<AuditLog.Entry> rows = log.find(new AuditLog.Query(account, path, from, to, cursor), limit + 1);
        List<AuditLog.Entry> items = rows.stream().limit(limit).toList();
        String next = rows.size() > limit ? String.valueOf(items.get(limit - 1).number()) : null;
        return Page.answer(new Page<>(items, next));
    }

    private static void check(String name, @Nullable Instant time) {
        if (time != null && !Times.isStorable(time)) {
            throw new InvalidRequestException(name, "must be in the years 1 to 9999");
        }
    }
}
