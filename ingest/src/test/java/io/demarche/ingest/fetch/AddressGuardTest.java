package io.demarche.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTest {

    private static final AddressGuard GUARD = new AddressGuard(List.of());

    static List<String> refused() throws IOException {
        return lines("refused ");
    }

    static List<String> accepted() throws IOException {
        return lines("accepted ");
    }

    private static List<String> lines(String word) throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                AddressGuardTest.class.getResourceAsStream("addresses.txt"), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> line.startsWith(word))
                    .map(line -> line.substring(word.length()).stripLeading())
                    .toList();
        }
    }

    @Test
    void thereAreManyOfBoth() throws IOException {
        assertThat(refused()).hasSizeGreaterThan(150);
        assertThat(accepted()).hasSizeGreaterThanOrEqualTo(15);
    }

    @ParameterizedTest
    @MethodSource("refused")
    void isRefusedAsItIsWritten(String url) {
        try {
            assertThat(GUARD.refusal(new URI(url))).as(url).isPresent();
        } catch (URISyntaxException e) {
            assertThat(e).as("is no URL at all").isNotNull();
        }
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void isAccepted(String url) {
        assertThat(GUARD.refusal(URI.create(url))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, a loopback address",
        "10.2.3.4, a private address",
        "169.254.169.254, the metadata service",
        "100.100.100.200, the metadata service",
        "fd00:ec2::254, the metadata service",
        "64:ff9b::7f00:1, an IPv4 address within IPv6 (NAT64",
        "2002:7f00:1::, an IPv4 address within IPv6 (6to4",
        "4000::1, a reserved address",
    })
    void theReasonSaysWhatItIs(String address, String reason) throws UnknownHostException {
        assertThat(GUARD.refusal(InetAddress.getByName(address)))
                .hasValueSatisfying(said -> assertThat(said).contains(reason));
    }

    @Test
    void whatIsAllowedIsLetThroughAndNoMore() {
        AddressGuard inside = new AddressGuard(List.of("10.1.0.0/16", "127.0.0.1", "fd00:1::/33"));
        assertThat(inside.refusal(URI.create("http://10.1.255.1/"))).isEmpty();
        assertThat(inside.refusal(URI.create("http://localhost:8080/"))).isEmpty();
        assertThat(inside.refusal(URI.create("http://[fd00:1:7fff::1]/"))).isEmpty();
        assertThat(inside.refusal(URI.create("http://10.2.0.1/"))).isPresent();
        assertThat(inside.refusal(URI.create("http://127.0.0.2/"))).isPresent();
        assertThat(inside.refusal(URI.create("http://[fd00:1:8000::1]/"))).isPresent();
        assertThat(inside.isAllowedLiteral(URI.create("http://10.1.0.1/"))).isTrue();
        assertThat(inside.isAllowedLiteral(URI.create("http://8.8.8.8/"))).isFalse();
        assertThat(inside.isAllowedLiteral(URI.create("http://desk.example/"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "desk.example", "10.0.0.0/33", "10.0.0.0/x", "10.0.0/8", "::1/129", "fd00:::/8", "300.1.1.1"
            })
    void whatIsNoBlockIsNamed(String block) {
        assertThatThrownBy(() -> new AddressGuard(List.of(block)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("found '" + block + "'");
    }
}
