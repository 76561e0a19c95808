package org.digitscope.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Rows of text in columns as wide as their widest cell. */
final class Table {
    private static final String GAP = "  ";

    /** From the Chinese punctuation to the full-width forms: all that the program writes of what is wide. */
    private static final int FIRST_WIDE = 0x2E80;

    private static final int LAST_WIDE = 0xFF60;

    private final List<List<String>> rows = new ArrayList<>();
    private final boolean numbers;

    Table() {
        this(false);
    }

    private Table(boolean numbers) {
        this.numbers = numbers;
    }

    /** One whose columns, but for the first, end at the same place as numbers do. */
    static Table ofNumbers() {
        return new Table(true);
    }

    Table row(String... cells) {
        rows.add(List.of(cells));
        return this;
    }

    void print(Output out) throws IOException {
        List<Integer> widths = new ArrayList<>();
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                int width = width(row.get(i));
                if (i == widths.size()) {
                    widths.add(width);
                } else {
                    widths.set(i, Math.max(widths.get(i), width));
                }
            }
        }
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                String space = " ".repeat(widths.get(i) - width(row.get(i)));
                line.append(numbers && i > 0 ? space + row.get(i) : row.get(i) + space)
                        .append(GAP);
            }
            out.line(line.toString().stripTrailing());
        }
    }

    /** In cells of a terminal, where Chinese characters and their punctuation take two. */
    static int width(String text) {
        return text.codePoints()
                .map(point -> point >= FIRST_WIDE && point <= LAST_WIDE ? 2 : 1)
                .sum();
    }
}
