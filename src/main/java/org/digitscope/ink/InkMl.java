package org.digitscope.ink;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.digitscope.files.AtomicFiles;
import org.digitscope.files.FileProblem;

/**
 * Ink Markup Language (W3C Recommendation of 20 September 2011).
 *
 * <p>Read: every {@code trace} that is not {@code penUp} is a stroke (a continuation is one of its own), with the channels X, Y and T of its trace format in
 * any order; other channels are passed over. T is in milliseconds, or in seconds if the format says so; without T a
 * stroke gets times as in {@link NdjsonInk}. A file is one drawing, its {@code annotation} of type {@code truth} or
 * {@code label} the label. But each {@code traceGroup} directly below the root that has such an annotation, even an
 * empty one, is a drawing of its own, and traces outside of those groups are one more, the first. Inner groups are
 * flattened; groups that only refer to traces ({@code traceView}) are passed over. Other annotations are the record's
 * extras, as texts. DTDs are not read, entities they would define are refused.
 *
 * <p>Written: a group a drawing, always annotated; extras that are texts, numbers or truth values become annotations.
 *
 * <p>Pure apart from the file; safe for any thread.
 */
public final class InkMl {
    static final String NAMESPACE = "http://www.w3.org/2003/InkML";

    private InkMl() {}

    /**
     * All drawings of a file, at least one.
     *
     * @throws FileProblem if it cannot be read, is not InkML or is larger than 64 MiB
     */
    public static List<InkRecord> read(Path file) throws FileProblem {
        try (InputStream in = Files.newInputStream(file)) {
            return InkMlParser.parse(file, in);
        } catch (IOException e) {
            throw FileProblem.of(file, e);
        }
    }

    /**
     * Writes all records or, if that fails, nothing. Coordinates and times are rounded to three decimals.
     *
     * @throws FileProblem if the file cannot be written
     */
    public static void write(Path file, List<InkRecord> records) throws IOException {
        AtomicFiles.write(file, out -> {
            try {
                write(out, records);
            } catch (XMLStreamException e) {
                if (e.getNestedException() instanceof IOException cause) {
                    throw cause;
                }
                throw new IOException(e);
            }
        });
    }

    private static void write(OutputStream out, List<InkRecord> records) throws XMLStreamException {
        XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory()
                .createXMLStreamWriter(new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)));
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeCharacters("\n");
        xml.writeStartElement("ink");
        xml.writeDefaultNamespace(NAMESPACE);
        xml.writeCharacters("\n  ");
        writeFormat(xml);
        for (InkRecord ink : records) {
            xml.writeCharacters("\n  ");
            writeGroup(xml, ink);
        }
        xml.writeCharacters("\n");
        xml.writeEndElement();
        xml.writeCharacters("\n");
        xml.writeEndDocument();
        xml.flush();
    }

    private static void writeFormat(XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement("context");
        xml.writeStartElement("traceFormat");
        for (String channel : List.of("X", "Y", "T")) {
            xml.writeEmptyElement("channel");
            xml.writeAttribute("name", channel);
            xml.writeAttribute("type", "decimal");
            if (channel.equals("T")) {
                xml.writeAttribute("units", "ms");
            }
        }
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private static void writeGroup(XMLStreamWriter xml, InkRecord ink) throws XMLStreamException {
        xml.writeStartElement("traceGroup");
        writeAnnotation(xml, "truth", ink.label().orElse(""));
        for (Map.Entry<String, Object> extra : ink.extras().entrySet()) {
            Optional<String> text = plainText(extra.getValue());
            if (text.isPresent() && !InkMlParser.LABEL_TYPES.contains(extra.getKey())) {
                writeAnnotation(xml, extra.getKey(), text.get());
            }
        }
        for (Stroke stroke : ink.drawing().strokes()) {
            StringJoiner points = new StringJoiner(", ");
            for (Point point : stroke.points()) {
                points.add(InkNumbers.text(point.x()) + " " + InkNumbers.text(point.y()) + " "
                        + InkNumbers.text(point.tMillis()));
            }
            xml.writeCharacters("\n    ");
            xml.writeStartElement("trace");
            xml.writeCharacters(points.toString());
            xml.writeEndElement();
        }
        xml.writeCharacters("\n  ");
        xml.writeEndElement();
    }

    private static void writeAnnotation(XMLStreamWriter xml, String type, String text) throws XMLStreamException {
        xml.writeCharacters("\n    ");
        xml.writeStartElement("annotation");
        xml.writeAttribute("type", legal(type));
        xml.writeCharacters(legal(text));
        xml.writeEndElement();
    }

    private static Optional<String> plainText(Object value) {
        boolean plain = value instanceof String || value instanceof Number || value instanceof Boolean;
        return plain ? Optional.of(String.valueOf(value)) : Optional.empty();
    }

    /** XML has no way to say most control characters, nor half of a surrogate pair. */
    private static String legal(String text) {
        StringBuilder legal = new StringBuilder();
        text.codePoints()
                .map(c -> c == '\t' || c == '\n' || (c >= ' ' && !isSurrogate(c) && c != 0xFFFE && c != 0xFFFF)
                        ? c
                        : 0xFFFD)
                .forEach(legal::appendCodePoint);
        return legal.toString();
    }

    private static boolean isSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
