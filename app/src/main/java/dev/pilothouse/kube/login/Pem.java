package dev.pilothouse.kube.login;

import dev.pilothouse.text.Text;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads certificates and private keys as kubeconfig files hold them: PEM, the keys in PKCS#8, PKCS#1 (RSA) or
/// SEC 1 (EC), without a password.
public final class Pem {
    /// A block ends at the next five dashes, so that a text of beginnings without an end takes no longer than any.
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]++)-----([^-]*+(?:-(?!----)[^-]*+)*+)-----END \\1-----");
    private static final Pattern WHITE = Pattern.compile("\\s+");
    private static final String[] ALGORITHMS = {"RSA", "EC", "Ed25519", "Ed448"};

    private Pem() {}

    private record Block(String type, String body) {
        boolean encrypted() {
            return type.equals("ENCRYPTED PRIVATE KEY") || body.contains("ENCRYPTED");
        }

        byte[] bytes() throws PemException {
            try {
                return Base64.getDecoder().decode(WHITE.matcher(body).replaceAll(""));
            } catch (IllegalArgumentException e) {
                throw new PemException(Text.of("kube.pem.base64", type), e);
            }
        }
    }

    /// All certificates of a text, at least one.
    public static List<X509Certificate> certificates(String pem) throws PemException {
        List<X509Certificate> certificates = new ArrayList<>();
        for (Block block : blocks(pem)) {
            if (!block.type.equals("CERTIFICATE") && !block.type.equals("TRUSTED CERTIFICATE")) continue;
            certificates.add(certificate(block.bytes()));
        }
        if (certificates.isEmpty()) throw new PemException(Text.of("kube.pem.noCertificate"));
        return certificates;
    }

    /// The certificates of a system's bundle; what cannot be read is passed over, for the bundle is not the user's.
    public static List<X509Certificate> readable(String bundle) {
        return blocks(bundle).stream()
                .filter(block -> block.type.equals("CERTIFICATE"))
                .flatMap(Pem::ifReadable)
                .toList();
    }

    private static Stream<X509Certificate> ifReadable(Block block) {
        try {
            return Stream.of(certificate(block.bytes()));
        } catch (PemException e) {
            return Stream.empty(); // one that the JDK cannot use vouches for nobody; the others do
        }
    }

    private static X509Certificate certificate(byte[] der) throws PemException {
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            return (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException e) {
            throw new PemException(Text.of("kube.pem.certificate"), e);
        }
    }

    /// The first private key of a text.
    public static PrivateKey privateKey(String pem) throws PemException {
        byte @Nullable [] curve = null;
        for (Block block : blocks(pem)) {
            if (block.type.equals("EC PARAMETERS")) curve = block.bytes();
            if (!block.type.endsWith("PRIVATE KEY")) continue;
            if (block.encrypted()) throw new PemException(Text.of("kube.pem.encryptedKey"));
            return switch (block.type) {
                case "PRIVATE KEY" -> pkcs8(block.bytes());
                case "RSA PRIVATE KEY" -> pkcs8(Der.rsaToPkcs8(block.bytes()));
                case "EC PRIVATE KEY" -> pkcs8(Der.ecToPkcs8(block.bytes(), curve));
                default -> throw new PemException(Text.of("kube.pem.keyKind", block.type));
            };
        }
        throw new PemException(Text.of("kube.pem.noKey"));
    }

    private static PrivateKey pkcs8(byte[] der) throws PemException {
        GeneralSecurityException last = null;
        for (String algorithm : ALGORITHMS) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der));
            } catch (GeneralSecurityException e) {
                last = e;
            }
        }
        throw new PemException(Text.of("kube.pem.key"), java.util.Objects.requireNonNull(last));
    }

    private static List<Block> blocks(String pem) {
        List<Block> blocks = new ArrayList<>();
        Matcher matcher = BLOCK.matcher(pem);
        while (matcher.find()) blocks.add(new Block(matcher.group(1), matcher.group(2)));
        return blocks;
    }
}
