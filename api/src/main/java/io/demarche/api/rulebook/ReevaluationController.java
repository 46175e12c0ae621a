package io.demarche.api.rulebook;

import java.time.InstantSource;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;

import io.demarche.api.web.JsonLines;
import io.demarche.core.pipeline.Choice;
import io.demarche.core.pipeline.Reevaluation;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Brings stored articles in line with the rulebook in force. */
@RestController
@Tag(name = "Rulebook")
@RequestMapping("/api/v1/rulebook/reevaluation")
class ReevaluationController {

    private final Reevaluation reevaluation;
    private final JsonMapper json;
    private final InstantSource clock;

    ReevaluationController(Reevaluation reevaluation, JsonMapper json, InstantSource clock) {
        this.reevaluation = reevaluation;
        this.json = json;
        this.clock = clock;
    }

    /** Evaluates stored articles again; streams, a JSON object a line, progress and a summary. Hang up to end it. */
    @Operation(
            summary = "Evaluates stored articles again, which corrects their events; streams, a JSON object a line,"
                    + " progress and a summary; hang up to end it")
    @PostMapping(produces = MediaType.APPLICATION_NDJSON_VALUE)
    void reevaluate(@Valid @RequestBody(required = false) @Nullable ArticlesWish wish, HttpServletResponse response) {
        Choice choice = ArticlesWish.choice(wish, clock.instant());
        JsonLines.answer(response, json, lines -> lines.line("summary", reevaluation.run(choice, lines::progress)));
    }
}
