package org.digitscope.evaluation;

import org.digitscope.text.Texts;

/** Confidence against accuracy as SVG: bars that reach the diagonal are calibrated; wide strips hold many digits. */
final class ReliabilityDiagram {
    private static final int SIDE = 300;
    private static final int MARGIN = 40;

    private ReliabilityDiagram() {}

    static String svg(Reliability reliability, Texts texts) {
        int whole = SIDE + 2 * MARGIN;
        StringBuilder svg = new StringBuilder();
        svg.append("<svg class=\"diagram\" role=\"img\" viewBox=\"0 0 " + whole + " " + whole + "\" width=\"" + whole
                + "\" aria-label=\"" + Html.escaped(texts.get("reliability.title")) + "\">\n");
        for (int tick = 0; tick <= 100; tick += 20) {
            double x = MARGIN + SIDE * tick / 100.0;
            double y = MARGIN + SIDE - SIDE * tick / 100.0;
            svg.append(line("grid", x, MARGIN, x, MARGIN + SIDE)).append(line("grid", MARGIN, y, MARGIN + SIDE, y));
            svg.append(label(x, MARGIN + SIDE + 15, "middle", tick + " %"));
            svg.append(label(MARGIN - 4, y + 4, "end", tick + " %"));
        }
        for (Reliability.Bin bin : reliability.bins()) {
            if (bin.count() > 0) {
                svg.append(bar(bin, texts));
            }
        }
        svg.append(line("ideal", MARGIN, MARGIN + SIDE, MARGIN + SIDE, MARGIN));
        svg.append(label(MARGIN + SIDE / 2.0, whole - 6, "middle", texts.get("reliability.confidence")));
        svg.append(label(MARGIN, MARGIN - 12, "start", texts.get("reliability.accuracy")));
        return svg.append("</svg>\n").toString();
    }

    private static String bar(Reliability.Bin bin, Texts texts) {
        double height = SIDE * bin.accuracy();
        String title =
                texts.get("reliability.bin", bin.count(), Html.percent(bin.confidence()), Html.percent(bin.accuracy()));
        return "<rect class=\"bar\" x=\"" + Html.number(MARGIN + SIDE * bin.low() + 1, 1) + "\" y=\""
                + Html.number(MARGIN + SIDE - height, 1) + "\" width=\""
                + Html.number(SIDE * (bin.high() - bin.low()) - 2, 1) + "\" height=\"" + Html.number(height, 1)
                + "\"><title>" + Html.escaped(title) + "</title></rect>\n";
    }

    private static String line(String style, double x1, double y1, double x2, double y2) {
        return "<line class=\"" + style + "\" x1=\"" + Html.number(x1, 1) + "\" y1=\"" + Html.number(y1, 1) + "\" x2=\""
                + Html.number(x2, 1) + "\" y2=\"" + Html.number(y2, 1) + "\"/>\n";
    }

    private static String label(double x, double y, String anchor, String text) {
        return "<text x=\"" + Html.number(x, 1) + "\" y=\"" + Html.number(y, 1) + "\" text-anchor=\"" + anchor + "\">"
                + Html.escaped(text) + "</text>\n";
    }
}
