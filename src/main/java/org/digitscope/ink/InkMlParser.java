package org.digitscope.ink;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.digitscope.files.FileProblem;

/** Reads one InkML file as {@link InkMl} describes. */
final class InkMlParser {
    static final Set<String> LABEL_TYPES = Set.of("truth", "label");
    static final int MAX_MIB = 64;

    private static final Set<String> CONTEXTS = Set.of("context", "inkSource");
    private static final int MAX_DEPTH = 64;
    private static final int MAX_POINTS_A_FILE = 10 * InkLimits.MAX_POINTS;
    private static final String XML_NAMESPACE = "http://www.w3.org/XML/1998/namespace";

    private final Path file;
    private final XMLStreamReader xml;
    private final Deque<Element> open = new ArrayDeque<>();
    private final Map<String, TraceFormat> formats = new HashMap<>();
    private final List<TraceFormat.Channel> channels = new ArrayList<>();
    private final List<InkRecord> records = new ArrayList<>();
    private final Group loose = new Group();
    private TraceFormat current = TraceFormat.DEFAULT;
    private Group group = loose;
    private int traces;
    private int points;

    private InkMlParser(Path file, XMLStreamReader xml) {
        this.file = file;
        this.xml = xml;
    }

    private record Element(String name, Optional<String> id) {}

    /** A drawing in the making. */
    private static final class Group {
        final List<Stroke> strokes = new ArrayList<>();
        final Map<String, Object> extras = new LinkedHashMap<>();
        Optional<String> label = Optional.empty();
        boolean annotated;
        boolean refers;
        int points;

        InkRecord ink() {
            return new InkRecord(new Drawing(strokes), label, extras);
        }
    }

    static List<InkRecord> parse(Path file, InputStream in) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        InputStream buffered = new BufferedInputStream(new LimitedInput(file, in));
        Reader text = XmlText.decoded(buffered).orElseThrow(() -> new FileProblem(file, "ink.xml-broken", 1));
        try {
            return new InkMlParser(file, factory.createXMLStreamReader(text)).records();
        } catch (XMLStreamException e) {
            if (e.getNestedException() instanceof FileProblem problem) {
                throw problem;
            }
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNumber());
            throw FileProblem.causedBy(e, file, "ink.xml-broken", line);
        }
    }

    private List<InkRecord> records() throws XMLStreamException, FileProblem {
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> start(xml.getLocalName());
                case XMLStreamConstants.END_ELEMENT -> end(open.pop());
                case XMLStreamConstants.ENTITY_REFERENCE -> throw broken();
                default -> {} // text between the elements, comments
            }
        }
        if (!loose.strokes.isEmpty()) {
            records.add(0, loose.ink());
        }
        if (records.isEmpty()) {
            throw new FileProblem(file, "ink.empty");
        }
        return records;
    }

    private void start(String name) throws XMLStreamException, FileProblem {
        if (open.isEmpty() && !name.equals("ink")) {
            throw new FileProblem(file, "ink.xml-not-ink");
        }
        if (open.size() == MAX_DEPTH) {
            throw broken();
        }
        switch (name) {
            case "trace" -> trace();
            case "annotation" -> annotation();
            default -> {
                open.push(new Element(name, id()));
                enter(name);
            }
        }
    }

    private void enter(String name) {
        switch (name) {
            case "traceGroup" -> {
                if (atTop()) {
                    group = new Group();
                }
                current = referredFormat();
            }
            case "traceView" -> group.refers = true;
            case "context", "inkSource" -> {
                current = referredFormat();
                id().ifPresent(id -> formats.put(id, current));
            }
            case "traceFormat" -> channels.clear();
            case "channel" -> {
                if (open.stream().noneMatch(element -> element.name().equals("intermittentChannels"))) {
                    channels.add(channel());
                }
            }
            default -> {} // devices, brushes, canvases
        }
    }

    private void end(Element element) throws FileProblem {
        if (element.name().equals("traceGroup") && open.size() == 1) {
            if (group.annotated && !group.refers) {
                records.add(group.ink());
            } else {
                loose.strokes.addAll(group.strokes);
                loose.points += group.points;
                if (loose.points > InkLimits.MAX_POINTS) {
                    throw new FileProblem(file, "ink.trace-too-many", traces, InkLimits.MAX_POINTS);
                }
            }
            group = loose;
        } else if (element.name().equals("traceFormat") && !channels.isEmpty()) {
            current = new TraceFormat(channels, true);
            if (current.indexOf("X") < 0 || current.indexOf("Y") < 0) {
                throw new FileProblem(file, "ink.xml-channels");
            }
            element.id().ifPresent(id -> formats.put(id, current));
            open.stream()
                    .filter(outer -> CONTEXTS.contains(outer.name()))
                    .forEach(outer -> outer.id().ifPresent(id -> formats.put(id, current)));
        }
    }

    private boolean atTop() {
        return open.size() == 2;
    }

    private TraceFormat.Channel channel() {
        String name = attribute("name").orElse("");
        double factor = attribute("orientation").filter("-ve"::equals).isPresent() ? -1 : 1;
        if (name.equals("T")) {
            factor = attribute("units").filter("s"::equals).isPresent() ? 1000 : 1;
        }
        return new TraceFormat.Channel(name, factor);
    }

    private void annotation() throws XMLStreamException {
        boolean ofRoot = open.size() == 1;
        boolean ofTopGroup = atTop() && open.element().name().equals("traceGroup");
        Optional<String> type = attribute("type");
        String text = xml.getElementText().strip();
        if (type.isEmpty() || !(ofRoot || ofTopGroup)) {
            return;
        }
        if (LABEL_TYPES.contains(type.get())) {
            group.annotated = true;
            if (group.label.isEmpty()) {
                group.label = Optional.of(text).filter(label -> !label.isEmpty());
            }
        } else {
            group.extras.putIfAbsent(type.get(), text);
        }
    }

    private void trace() throws XMLStreamException, FileProblem {
        TraceFormat format = referredFormat();
        boolean penUp = attribute("type").filter("penUp"::equals).isPresent();
        String text = xml.getElementText();
        traces++;
        if (!penUp) {
            try {
                Stroke stroke = stroke(text, format);
                group.strokes.add(stroke);
                group.points += stroke.points().size();
                points += stroke.points().size();
            } catch (TraceText.Malformed e) {
                throw FileProblem.causedBy(e, file, e.key(), traces, InkLimits.MAX_POINTS);
            }
        }
        if (points > MAX_POINTS_A_FILE) {
            throw new FileProblem(file, "ink.xml-too-many", MAX_POINTS_A_FILE);
        }
    }

    private Stroke stroke(String text, TraceFormat format) throws TraceText.Malformed {
        int x = format.indexOf("X");
        int y = format.indexOf("Y");
        int t = format.indexOf("T");
        // A group may yet turn out to be a part of the loose ink, and goes on in time where that ends.
        double millis = Pace.nextStrokeMillis(group.strokes.isEmpty() ? loose.strokes : group.strokes);
        List<Point> polyline = new ArrayList<>();
        for (double[] values : new TraceText(text, format, InkLimits.MAX_POINTS - group.points).points()) {
            for (int i = 0; i < values.length; i++) {
                values[i] *= format.channels().get(i).factor();
            }
            double time = t < 0 ? millis : values[t];
            if (Math.abs(values[x]) > InkLimits.MAX_COORDINATE
                    || Math.abs(values[y]) > InkLimits.MAX_COORDINATE
                    || Math.abs(time) > InkLimits.MAX_MILLIS) {
                throw new TraceText.Malformed("ink.trace-too-large");
            }
            polyline.add(new Point(values[x], values[y], time));
            millis += Pace.POINT_MILLIS;
        }
        return new Stroke(polyline);
    }

    private TraceFormat referredFormat() {
        for (String name : List.of("contextRef", "traceFormatRef", "inkSourceRef")) {
            Optional<String> reference = attribute(name);
            if (reference.isPresent() && reference.get().startsWith("#")) {
                return formats.getOrDefault(reference.get().substring(1), current);
            }
        }
        return current;
    }

    private Optional<String> id() {
        return Optional.ofNullable(xml.getAttributeValue(XML_NAMESPACE, "id"));
    }

    private Optional<String> attribute(String name) {
        return Optional.ofNullable(xml.getAttributeValue(null, name));
    }

    private FileProblem broken() {
        return new FileProblem(file, "ink.xml-broken", xml.getLocation().getLineNumber());
    }
}
