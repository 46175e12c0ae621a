package io.demarche.api.web;

import java.net.URI;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

import jakarta.validation.ConstraintViolationException;

import io.demarche.api.json.JsonMistakes;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Every mistake as a problem (RFC 9457): what was wrong, where, and what would be right. */
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {

    /** SQL:2023, class 22, character not in repertoire. */
    private static final String NO_CHARACTER = "22021";

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    @ExceptionHandler
    ProblemDetail notFound(NotFoundException e) {
        return problem(HttpStatus.NOT_FOUND, "not-found", "Not found", e.getMessage());
    }

    @ExceptionHandler
    ProblemDetail invalid(InvalidRequestException e) {
        return invalid(e.mistakes());
    }

    @ExceptionHandler
    ProblemDetail invalid(ConstraintViolationException e) {
        return invalid(e.getConstraintViolations().stream()
                .map(violation -> new InvalidRequestException.Mistake(
                        violation.getPropertyPath().toString(), violation.getMessage()))
                .toList());
    }

    @ExceptionHandler
    ProblemDetail tooLarge(BodyTooLargeException e) {
        return problem(HttpStatus.CONTENT_TOO_LARGE, "too-large", "Too large", e.getMessage());
    }

    @ExceptionHandler
    ProblemDetail refused(RefusedException e) {
        String title = e.type().substring(0, 1).toUpperCase(Locale.ROOT)
                + e.type().substring(1).replace('-', ' ');
        ProblemDetail problem = problem(e.status(), e.type(), title, e.getMessage());
        e.details().forEach(problem::setProperty);
        return problem;
    }

    /** PostgreSQL takes no U+0000 in a text, wherever in a request that came from. */
    @ExceptionHandler
    ProblemDetail untakable(DataIntegrityViolationException e) {
        return e.getMostSpecificCause() instanceof SQLException sql && NO_CHARACTER.equals(sql.getSQLState())
                ? invalid(List.of(new InvalidRequestException.Mistake(
                        "request", "holds a character that is none, such as U+0000")))
                : unexpected(e);
    }

    /** Thrown again, it goes to the connector, which ends the connection without ending the answer. */
    @ExceptionHandler
    void brokenOff(BrokenOffException e) {
        LOG.error("an answer broke off", e.getCause());
        throw e;
    }

    @ExceptionHandler
    ProblemDetail unexpected(Exception e) {
        LOG.error("a request failed", e);
        return problem(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "unexpected",
                "Unexpected",
                "the request failed on our side; nothing was stored by halves, and it may be sent again");
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        List<InvalidRequestException.Mistake> mistakes = e.getBindingResult().getAllErrors().stream()
                .map(error -> new InvalidRequestException.Mistake(
                        error instanceof FieldError field ? field.getField() : error.getObjectName(),
                        String.valueOf(error.getDefaultMessage())))
                .toList();
        return answer(invalid(mistakes));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        List<InvalidRequestException.Mistake> mistakes = e.getParameterValidationResults().stream()
                .flatMap(result -> result.getResolvableErrors().stream()
                        .map(error -> mistake(
                                String.valueOf(result.getMethodParameter().getParameterName()), error)))
                .toList();
        return answer(invalid(mistakes));
    }

    private static InvalidRequestException.Mistake mistake(String where, MessageSourceResolvable error) {
        String field = error instanceof FieldError inner ? inner.getField() : where;
        return new InvalidRequestException.Mistake(field, String.valueOf(error.getDefaultMessage()));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            org.springframework.beans.TypeMismatchException e,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        String where = e instanceof MethodArgumentTypeMismatchException argument ? argument.getName() : "parameter";
        Class<?> required = e.getRequiredType();
        String expected = required == java.time.Instant.class
                ? "a time in ISO 8601 with its zone, such as 2026-03-02T08:00:00Z"
                : required == null
                        ? "another value"
                        : "a value of the type " + required.getSimpleName().toLowerCase(Locale.ROOT);
        return answer(invalid(List.of(
                new InvalidRequestException.Mistake(where, "must be " + expected + ", found '" + e.getValue() + "'"))));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        Throwable cause = e.getMostSpecificCause();
        for (Throwable thrown = e; thrown != null; thrown = thrown.getCause()) {
            if (thrown instanceof BodyTooLargeException large) {
                return answer(tooLarge(large));
            }
            if (thrown instanceof JacksonException) {
                cause = thrown;
            }
        }
        return answer(
                cause instanceof JacksonException json
                        ? unreadable(json)
                        : invalid(
                                List.of(new InvalidRequestException.Mistake("body", "is missing or cannot be read"))));
    }

    /** What Spring itself refuses has a type, too: {@code method-not-allowed}, {@code unsupported-media-type}, and so on. */
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception e, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ResponseEntity<Object> answer = super.handleExceptionInternal(e, body, headers, status, request);
        if (answer != null && answer.getBody() instanceof ProblemDetail problem && problem.getType() == null) {
            HttpStatus known = HttpStatus.resolve(status.value());
            problem.setType(URI.create("/problems/"
                    + (known == null
                            ? "refused"
                            : known.name().toLowerCase(Locale.ROOT).replace('_', '-'))));
        }
        return answer;
    }

    private static ProblemDetail unreadable(JacksonException e) {
        TokenStreamLocation at = e.getLocation();
        String where = at == null ? "body" : "body, line " + at.getLineNr() + ", column " + at.getColumnNr();
        if (e instanceof UnrecognizedPropertyException unknown) {
            Collection<Object> known = unknown.getKnownPropertyIds();
            return invalid(List.of(new InvalidRequestException.Mistake(
                    where, "unknown field '" + unknown.getPropertyName() + "'; known: " + known)));
        }
        return invalid(List.of(new InvalidRequestException.Mistake(where, JsonMistakes.plain(e))));
    }

    private static ProblemDetail invalid(List<InvalidRequestException.Mistake> mistakes) {
        String detail = mistakes.isEmpty()
                ? "the request cannot be taken"
                : mistakes.get(0).where() + ": " + mistakes.get(0).message();
        ProblemDetail problem = problem(HttpStatus.BAD_REQUEST, "invalid-request", "Invalid request", detail);
        problem.setProperty("mistakes", mistakes);
        return problem;
    }

    private static ProblemDetail problem(HttpStatus status, String type, String title, @Nullable String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("/problems/" + type));
        problem.setTitle(title);
        return problem;
    }

    private static ResponseEntity<Object> answer(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus()).body(problem);
    }
}
