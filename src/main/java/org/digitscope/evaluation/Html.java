package org.digitscope.evaluation;

import java.util.List;
import java.util.Locale;

/** Builds a page of HTML, escaping every text that goes in. */
final class Html {
    private final StringBuilder page = new StringBuilder();

    /** Markup as it is: only for what this program's own code writes. */
    Html raw(String markup) {
        page.append(markup);
        return this;
    }

    /** {@code <tag>text</tag>} on a line; what follows the tag's name by a space is taken as its attributes. */
    Html element(String tag, String text) {
        String name = tag.indexOf(' ') < 0 ? tag : tag.substring(0, tag.indexOf(' '));
        page.append('<').append(tag).append('>').append(escaped(text));
        page.append("</").append(name).append(">\n");
        return this;
    }

    /** A row of a table; the first cell is its header. */
    Html row(List<String> cells) {
        raw("<tr>").element("th scope=\"row\"", cells.get(0));
        cells.subList(1, cells.size()).forEach(cell -> element("td", cell));
        return raw("</tr>\n");
    }

    /** The row of a table that names its columns. */
    Html head(List<String> cells) {
        raw("<tr>");
        cells.forEach(cell -> element("th scope=\"col\"", cell));
        return raw("</tr>\n");
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** A number with a fixed number of decimals and a full stop. */
    static String number(double value, int decimals) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    static String percent(double rate) {
        return Double.isNaN(rate) ? "–" : number(100 * rate, 2) + " %";
    }

    @Override
    public String toString() {
        return page.toString();
    }
}
