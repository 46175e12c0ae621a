package io.demarche.ingest.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Whether bytes are UTF-8, without decoding them; well-formed sequences as in the Unicode Standard, table 3-7. */
final class Utf8 {

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long NOT_ASCII = 0x8080808080808080L;

    private Utf8() {}

    static boolean isSound(byte[] bytes) {
        int place = 0;
        while (place < bytes.length) {
            if (place + 8 <= bytes.length && ((long) EIGHT.get(bytes, place) & NOT_ASCII) == 0) {
                place += 8;
                continue;
            }
            int length = length(bytes, place);
            if (length == 0) {
                return false;
            }
            place += length;
        }
        return true;
    }

    /** How long the character at that place is; 0 if there is none. */
    private static int length(byte[] bytes, int place) {
        int first = bytes[place] & 0xFF;
        if (first < 0x80) {
            return 1;
        }
        int length = first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0;
        if (length == 0 || place + length > bytes.length) {
            return 0;
        }
        int second = bytes[place + 1] & 0xFF;
        boolean sound = second >= (first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80)
                && second <= (first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF);
        for (int next = place + 2; next < place + length; next++) {
            sound &= (bytes[next] & 0xC0) == 0x80;
        }
        return sound ? length : 0;
    }
}
