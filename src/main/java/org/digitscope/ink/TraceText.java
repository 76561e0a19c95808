package org.digitscope.ink;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of one InkML trace: points parted by commas, values parted by blanks or by a sign or prefix (InkML 2011,
 * section 3.2.1). Of the wildcards {@code *} is understood, {@code ?} is not.
 */
final class TraceText {
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?");
    private static final Pattern HEX = Pattern.compile("#[0-9a-fA-F]{1,15}(?![0-9a-fA-F])");

    private final String text;
    private final List<Decoder> decoders = new ArrayList<>();
    private final TraceFormat format;
    private final int maxPoints;
    private int position;

    TraceText(String text, TraceFormat format, int maxPoints) {
        this.text = text;
        this.format = format;
        this.maxPoints = maxPoints;
        format.channels().forEach(channel -> decoders.add(new Decoder()));
    }

    /** What is wrong with a trace, as a key of the problems' sentences. */
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1;

        Malformed(String key) {
            super(key);
        }

        String key() {
            return String.valueOf(getMessage());
        }
    }

    /** Every point with one value for each channel, in the file's units. */
    List<double[]> points() throws Malformed {
        List<double[]> points = new ArrayList<>();
        skipBlanks();
        while (position < text.length()) {
            if (points.size() == maxPoints) {
                throw new Malformed("ink.trace-too-many");
            }
            points.add(point());
            skipBlanks();
        }
        if (points.isEmpty()) {
            throw new Malformed("ink.trace-no-points");
        }
        return points;
    }

    /** Reads up to the comma and over it. */
    private double[] point() throws Malformed {
        double[] values = new double[decoders.size()];
        int count = 0;
        while (!atEndOfPoint()) {
            if (text.charAt(position) == ':') {
                skipIntermittentChannels();
            } else if (count < values.length) {
                values[count] = value(decoders.get(count));
                count++;
            } else if (format.declared()) {
                throw new Malformed("ink.trace-values");
            } else {
                value(new Decoder());
            }
            skipBlanks();
        }
        position++;
        if (count < values.length) {
            throw new Malformed("ink.trace-values");
        }
        return values;
    }

    private double value(Decoder decoder) throws Malformed {
        char first = text.charAt(position);
        if (first == '!' || first == '\'' || first == '"') {
            decoder.order = first;
            position++;
            skipBlanks();
            if (atEndOfPoint()) {
                throw new Malformed("ink.trace-not-number");
            }
            first = text.charAt(position);
        }
        switch (first) {
            case '*' -> {
                position++;
                return decoder.repeat();
            }
            case '?' -> throw new Malformed("ink.trace-wildcard");
            case 'T', 'F' -> {
                position++;
                return decoder.decode(first == 'T' ? 1 : 0);
            }
            case '#' -> {
                return decoder.decode(Long.parseLong(take(HEX).substring(1), 16));
            }
            default -> {
                return decoder.decode(Double.parseDouble(take(NUMBER)));
            }
        }
    }

    private String take(Pattern pattern) throws Malformed {
        Matcher matcher = pattern.matcher(text).region(position, text.length());
        if (!matcher.lookingAt()) {
            throw new Malformed("ink.trace-not-number");
        }
        position = matcher.end();
        return matcher.group();
    }

    private void skipIntermittentChannels() {
        while (!atEndOfPoint()) {
            position++;
        }
    }

    private boolean atEndOfPoint() {
        return position >= text.length() || text.charAt(position) == ',';
    }

    private void skipBlanks() {
        while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
            position++;
        }
    }

    /** The values of one channel: a prefix says how the numbers from there on are meant. */
    private static final class Decoder {
        private char order = '!';
        private boolean begun;
        private double value;
        private double velocity;
        private double acceleration;

        double decode(double number) throws Malformed {
            if (!begun && order != '!') {
                throw new Malformed("ink.trace-difference");
            }
            double old = value;
            double oldVelocity = velocity;
            switch (order) {
                case '\'' -> value += number;
                case '"' -> value += velocity + number;
                default -> value = number;
            }
            if (begun) {
                velocity = value - old;
                acceleration = velocity - oldVelocity;
            }
            begun = true;
            if (!Double.isFinite(value)) {
                throw new Malformed("ink.trace-too-large");
            }
            return value;
        }

        /** The wildcard {@code *}: the value, its velocity or its acceleration stays as it was. */
        double repeat() throws Malformed {
            if (!begun) {
                throw new Malformed("ink.trace-wildcard");
            }
            return decode(
                    switch (order) {
                        case '\'' -> velocity;
                        case '"' -> acceleration;
                        default -> value;
                    });
        }
    }
}
