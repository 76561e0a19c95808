package org.digitscope.ink;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decodes XML as its own recommendation wants it (appendix F.1): by its byte order mark, else by the first characters, else
 * by its declaration, else as UTF-8. The JDK's parser can do it, too, but it prints to standard error, by its own will,
 * where bytes mean no characters.
 */
final class XmlText {
    private static final int HEAD_BYTES = 256;
    private static final Pattern DECLARED =
            Pattern.compile("<\\?xml\\s[^>]*?\\sencoding\\s*=\\s*[\"']([A-Za-z][A-Za-z0-9._-]*)[\"'][^>]*");

    private XmlText() {}

    /**
     * The characters of a file; reading fails with a {@link java.nio.charset.CharacterCodingException} where there are
     * none.
     *
     * @param in at the beginning, and able to go back there by {@link InputStream#reset}
     * @return empty if nobody knows the declared encoding
     */
    static Optional<Reader> decoded(InputStream in) throws IOException {
        in.mark(HEAD_BYTES);
        byte[] head = in.readNBytes(HEAD_BYTES);
        in.reset();
        String start = new String(head, StandardCharsets.ISO_8859_1);
        if (start.startsWith("\u00EF\u00BB\u00BF")) {
            in.skipNBytes(3);
            return Optional.of(reader(in, StandardCharsets.UTF_8));
        }
        if (start.startsWith("\u00FE\u00FF") || start.startsWith("\u00FF\u00FE")) {
            return Optional.of(reader(in, StandardCharsets.UTF_16));
        }
        if (start.startsWith("<\0?\0")) {
            return Optional.of(reader(in, StandardCharsets.UTF_16LE));
        }
        if (start.startsWith("\0<\0?")) {
            return Optional.of(reader(in, StandardCharsets.UTF_16BE));
        }
        Matcher declared = DECLARED.matcher(start);
        try {
            Charset charset = declared.lookingAt() ? Charset.forName(declared.group(1)) : StandardCharsets.UTF_8;
            return Optional.of(reader(in, charset));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    private static Reader reader(InputStream in, Charset charset) {
        return new InputStreamReader(
                in,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }
}
