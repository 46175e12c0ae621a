package io.demarche.api.security;

import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import io.demarche.api.web.Caller;
import io.demarche.api.web.Role;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The sessions of browsers. */
@RestController
@Tag(name = "Access")
@RequestMapping("/api/v1/session")
class SessionController {

    private final Keys keys;
    private final boolean isOpen;
    private final Setup setup;
    private final @Nullable ClientRegistrationRepository logins;

    SessionController(Keys keys, boolean isOpen, Setup setup, @Nullable ClientRegistrationRepository logins) {
        this.keys = keys;
        this.isOpen = isOpen;
        this.setup = setup;
        this.logins = logins;
    }

    /** What a session is begun with. */
    record Wish(@NotBlank @Size(max = 200) String key) {

        @Override
        public String toString() {
            return "Wish[…]";
        }
    }

    /**
     * Who calls, and how one may be let in.
     *
     * @param open whether the server has no accounts
     * @param setup whether it waits for its first administrator
     * @param account the id of the account that calls; absent if nobody has been let in
     * @param name what the account is called
     * @param roles what the caller may do
     * @param csrf what changes made in this session need in the field X-CSRF-TOKEN; absent without a session
     * @param logins where one may log in beside a key
     */
    record Answer(
            boolean open,
            boolean setup,
            @Nullable String account,
            @Nullable String name,
            @Nullable Set<Role> roles,
            @Nullable String csrf,
            List<Login> logins) {

        /** A login elsewhere. */
        record Login(String name, String path) {}
    }

    /** Who calls, and how one may be let in. */
    @Operation(summary = "Who calls, and how one may be let in")
    @GetMapping
    Answer get(HttpServletRequest request) {
        return answer(Caller.find().orElse(null), request);
    }

    /** Begins a session with a key: the answer sets its cookie. */
    @Operation(summary = "Begins a session with a key: the answer sets its cookie")
    @PostMapping
    Answer begin(@Valid @RequestBody Wish wish, HttpServletRequest request) {
        Caller caller = keys.caller(wish.key(), request.getRemoteAddr());
        Sessions.begin(request, caller);
        return answer(caller, request);
    }

    /** Ends the session. */
    @Operation(summary = "Ends the session")
    @DeleteMapping
    ResponseEntity<Void> end(HttpServletRequest request) {
        Sessions.end(request);
        return ResponseEntity.noContent().build();
    }

    private Answer answer(@Nullable Caller caller, HttpServletRequest request) {
        boolean hasSession = request.getSession(false) != null;
        CsrfToken token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        return new Answer(
                isOpen,
                setup.key().isPresent(),
                caller == null ? null : caller.account(),
                caller == null ? null : caller.name(),
                caller == null ? null : caller.roles(),
                hasSession && token != null ? token.getToken() : null,
                logins());
    }

    private List<Answer.Login> logins() {
        return logins instanceof Iterable<?> all
                ? StreamSupport.stream(all.spliterator(), false)
                        .map(ClientRegistration.class::cast)
                        .map(login -> new Answer.Login(
                                login.getClientName(), "/oauth2/authorization/" + login.getRegistrationId()))
                        .toList()
                : List.of();
    }
}
