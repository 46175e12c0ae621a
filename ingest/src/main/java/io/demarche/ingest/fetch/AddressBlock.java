package io.demarche.ingest.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** A block of addresses in CIDR notation (RFC 4632, RFC 4291 section 2.3), such as {@code 10.0.0.0/8} or {@code fd00::/8}. */
final class AddressBlock {

    /** Four decimal numbers, as a regular expression; what looks like less would be resolved as a name. */
    static final String IPV4 = "(25[0-5]|2[0-4]\\d|[01]?\\d?\\d)(\\.(25[0-5]|2[0-4]\\d|[01]?\\d?\\d)){3}";

    private final byte[] prefix;
    private final int bits;

    private AddressBlock(byte[] prefix, int bits) {
        this.prefix = prefix;
        this.bits = bits;
    }

    /**
     * Reads a block, or a single address.
     *
     * @throws IllegalArgumentException if the text is neither
     */
    static AddressBlock parse(String text) {
        String[] parts = text.strip().split("/", 2);
        byte[] address = address(parts[0], text);
        int most = address.length * Byte.SIZE;
        if (parts.length == 2 && !parts[1].matches("\\d{1,3}")) {
            throw bad(text);
        }
        int bits = parts.length == 1 ? most : Integer.parseInt(parts[1]);
        if (bits > most) {
            throw bad(text);
        }
        return new AddressBlock(address, bits);
    }

    /** Only what is written as an address is looked at, so that no name is resolved. */
    private static byte[] address(String literal, String text) {
        if (!literal.matches(IPV4 + "|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")) {
            throw bad(text);
        }
        try {
            return InetAddress.getByName(literal).getAddress();
        } catch (UnknownHostException e) {
            throw bad(text);
        }
    }

    private static IllegalArgumentException bad(String text) {
        return new IllegalArgumentException(
                "an address or a block of addresses such as 10.1.0.0/16 or fd00::/8 is expected, found '" + text + "'");
    }

    /** Whether that address, four or sixteen bytes, lies in it. */
    boolean contains(byte[] address) {
        if (address.length != prefix.length) {
            return false;
        }
        int whole = bits / Byte.SIZE;
        int rest = bits % Byte.SIZE;
        int mask = 0xFF << (Byte.SIZE - rest);
        return Arrays.equals(address, 0, whole, prefix, 0, whole)
                && (rest == 0 || (address[whole] & mask) == (prefix[whole] & mask));
    }
}
