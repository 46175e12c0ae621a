package io.demarche.ingest.fetch;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Keeps requests that somebody else's address causes out of the network that the program runs in. An address is looked at twice: as
 * it is written, when it is registered, and as it is dialled, at every connection and so at every hop of a redirect.
 *
 * <p>Refused is what the special-purpose address registries of IANA (RFC 6890) do not call globally reachable, and every form of IPv6
 * that carries an IPv4 address.
 */
public final class AddressGuard {

    /** The first that holds an address says what it is. */
    private static final Map<AddressBlock, String> REFUSED = new LinkedHashMap<>();

    static {
        refuse("169.254.169.254", "the metadata service of a cloud");
        refuse("100.100.100.200", "the metadata service of a cloud");
        refuse("fd00:ec2::254", "the metadata service of a cloud");
        refuse("0.0.0.0/8", "an address of this network (RFC 791)");
        refuse("10.0.0.0/8", "a private address (RFC 1918)");
        refuse("100.64.0.0/10", "a shared address of a carrier (RFC 6598)");
        refuse("127.0.0.0/8", "a loopback address (RFC 1122)");
        refuse("169.254.0.0/16", "a link-local address (RFC 3927)");
        refuse("172.16.0.0/12", "a private address (RFC 1918)");
        refuse("192.0.0.0/24", "an address of IETF protocols (RFC 6890)");
        refuse("192.0.2.0/24", "an address for documentation (RFC 5737)");
        refuse("192.88.99.0/24", "a relay of 6to4 (RFC 7526)");
        refuse("192.168.0.0/16", "a private address (RFC 1918)");
        refuse("198.18.0.0/15", "an address for benchmarks (RFC 2544)");
        refuse("198.51.100.0/24", "an address for documentation (RFC 5737)");
        refuse("203.0.113.0/24", "an address for documentation (RFC 5737)");
        refuse("224.0.0.0/4", "a multicast address (RFC 1112)");
        refuse("240.0.0.0/4", "a reserved address (RFC 1112)");
        refuse("::/128", "the unspecified address (RFC 4291)");
        refuse("::1/128", "a loopback address (RFC 4291)");
        refuse("::/96", "an IPv4 address within IPv6 (RFC 4291)");
        refuse("64:ff9b::/96", "an IPv4 address within IPv6 (NAT64, RFC 6052)");
        refuse("64:ff9b:1::/48", "an IPv4 address within IPv6 (NAT64, RFC 8215)");
        refuse("100::/64", "an address for discarding (RFC 6666)");
        refuse("2001::/23", "an address of IETF protocols, such as Teredo (RFC 2928, RFC 4380)");
        refuse("2001:db8::/32", "an address for documentation (RFC 3849)");
        refuse("2002::/16", "an IPv4 address within IPv6 (6to4, RFC 3056)");
        refuse("3fff::/20", "an address for documentation (RFC 9637)");
        refuse("fc00::/7", "a unique local address (RFC 4193)");
        refuse("fe80::/10", "a link-local address (RFC 4291)");
        refuse("fec0::/10", "a site-local address (RFC 3879)");
        refuse("ff00::/8", "a multicast address (RFC 4291)");
    }

    /** What IANA has given out for use on the internet. */
    private static final AddressBlock GLOBAL_UNICAST = AddressBlock.parse("2000::/3");

    private static final List<String> LOCAL_NAMES =
            List.of("localhost", "local", "internal", "lan", "home.arpa", "localdomain");

    private final List<AddressBlock> allowed;

    /**
     * A guard that lets the addresses of these blocks through, for receivers and sources inside.
     *
     * @throws IllegalArgumentException if one of them is no block of addresses
     */
    public AddressGuard(List<String> allowed) {
        this.allowed = allowed.stream().map(AddressBlock::parse).toList();
    }

    private static void refuse(String block, String what) {
        REFUSED.put(AddressBlock.parse(block), what);
    }

    /** Why that address is not dialled; empty if it is. */
    public Optional<String> refusal(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (isAllowed(address)) {
            return Optional.empty();
        }
        for (Map.Entry<AddressBlock, String> block : REFUSED.entrySet()) {
            if (block.getKey().contains(bytes)) {
                return Optional.of(sentence(address.getHostAddress(), block.getValue()));
            }
        }
        return bytes.length > 4 && !GLOBAL_UNICAST.contains(bytes)
                ? Optional.of(sentence(address.getHostAddress(), "a reserved address (RFC 4291)"))
                : Optional.empty();
    }

    /** Why that URL is not taken, as far as its spelling tells; empty if it is. A name is looked up only when it is dialled. */
    public Optional<String> refusal(URI url) {
        if (!String.valueOf(url.getScheme()).matches("(?i)https?")) {
            return Optional.of("must be an absolute http or https address");
        }
        if (url.getRawUserInfo() != null
                || String.valueOf(url.getRawAuthority()).contains("@")) {
            return Optional.of("must be an address without user information");
        }
        String host = url.getHost();
        if (host == null || isOddlySpelt(host)) {
            return Optional.of(
                    "names the host '" + url.getRawAuthority()
                            + "', which is neither a name nor an address written in the usual way (four decimal numbers, or IPv6 in brackets)");
        }
        String name = withoutDot(host);
        if (LOCAL_NAMES.stream().anyMatch(local -> name.equals(local) || name.endsWith("." + local))
                && !allowsLoopback()) {
            return Optional.of("names '" + host + "', which is a name of the local network");
        }
        InetAddress literal = literal(name);
        return literal == null ? Optional.empty() : refusal(literal).map(reason -> "is refused: " + reason);
    }

    /** A host that ends in a number is an IPv4 address to some (WHATWG URL, 3.5), so that only the usual spelling of one will do. */
    private static boolean isOddlySpelt(String host) {
        if (host.startsWith("[")) {
            return host.contains("%") || literal(host) == null;
        }
        String name = withoutDot(host);
        return name.matches("(.*\\.)?(\\d+|0x[0-9a-f]*)")
                && (host.endsWith(".") || name.matches("(.*\\.)?0\\d.*") || !name.matches(AddressBlock.IPV4));
    }

    private static String withoutDot(String host) {
        return host.toLowerCase(Locale.ROOT).replaceAll("\\.$", "");
    }

    /** Whether the host is written as an address that was let through by name. */
    public boolean isAllowedLiteral(URI url) {
        InetAddress literal = url.getHost() == null ? null : literal(url.getHost());
        return literal != null && isAllowed(literal);
    }

    private boolean allowsLoopback() {
        return isAllowed(InetAddress.getLoopbackAddress());
    }

    private boolean isAllowed(InetAddress address) {
        return allowed.stream().anyMatch(block -> block.contains(address.getAddress()));
    }

    private static @Nullable InetAddress literal(String host) {
        boolean v6 = host.startsWith("[");
        if (!v6 && !host.matches(AddressBlock.IPV4)) {
            return null;
        }
        try {
            return InetAddress.getByName(v6 ? host.substring(1, host.length() - 1) : host);
        } catch (UnknownHostException e) {
            return null;
        }
    }

    private static String sentence(String address, String what) {
        return address + " is " + what + "; the setting demarche.network.allowed can let it through";
    }
}
