package dev.pilothouse.kube.login;

import dev.pilothouse.text.Text;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The few lines of DER that it takes to put an RSA or EC key into the PKCS#8 envelope, the only one that the JDK
/// opens (RFC 5208, RFC 5915).
final class Der {
    private static final byte[] VERSION_0 = {2, 1, 0};
    private static final byte[] RSA = {6, 9, 0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x0d, 1, 1, 1, 5, 0};
    private static final byte[] EC_PUBLIC_KEY = {6, 7, 0x2a, (byte) 0x86, 0x48, (byte) 0xce, 0x3d, 2, 1};
    private static final int SEQUENCE = 0x30;
    private static final int OCTETS = 4;
    private static final int OBJECT_ID = 6;
    private static final int CURVE = 0xa0;

    private Der() {}

    /// Wraps a PKCS#1 key.
    static byte[] rsaToPkcs8(byte[] rsa) {
        return element(SEQUENCE, VERSION_0, element(SEQUENCE, RSA), element(OCTETS, rsa));
    }

    /// Wraps a SEC 1 key.
    ///
    /// @param curve the object identifier of the curve, for keys that do not name it themselves
    static byte[] ecToPkcs8(byte[] sec1, byte @Nullable [] curve) throws PemException {
        byte[] named = curveOf(sec1);
        byte[] known = named != null ? named : curve;
        if (known == null || known.length == 0 || known[0] != OBJECT_ID) throw broken();
        return element(SEQUENCE, VERSION_0, element(SEQUENCE, EC_PUBLIC_KEY, known), element(OCTETS, sec1));
    }

    private static byte @Nullable [] curveOf(byte[] sec1) throws PemException {
        int[] outer = header(sec1, 0);
        int at = outer[0];
        while (at < outer[1]) {
            int tag = sec1[at] & 0xff;
            int[] inner = header(sec1, at);
            if (tag == CURVE) return Arrays.copyOfRange(sec1, inner[0], inner[1]);
            at = inner[1];
        }
        return null;
    }

    /// Where the content of the element at `at` begins and ends.
    private static int[] header(byte[] der, int at) throws PemException {
        if (at + 2 > der.length) throw broken();
        int first = der[at + 1] & 0xff;
        int start = at + 2;
        int length = first;
        if (first > 0x7f) {
            int count = first & 0x7f;
            if (count == 0 || count > 3 || start + count > der.length) throw broken();
            length = 0;
            for (int i = 0; i < count; i++) length = (length << 8) | (der[start++] & 0xff);
        }
        if (start + length > der.length) throw broken();
        return new int[] {start, start + length};
    }

    private static PemException broken() {
        return new PemException(Text.of("kube.pem.key"));
    }

    private static byte[] element(int tag, byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
        out.write(tag);
        if (length < 0x80) {
            out.write(length);
        } else {
            int bytes = length > 0xffff ? 3 : length > 0xff ? 2 : 1;
            out.write(0x80 | bytes);
            for (int i = bytes - 1; i >= 0; i--) out.write(length >> (8 * i));
        }
        for (byte[] part : parts) out.writeBytes(part);
        return out.toByteArray();
    }
}
