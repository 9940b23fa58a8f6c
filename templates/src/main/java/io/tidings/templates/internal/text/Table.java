package io.tidings.templates.internal.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * A table of data: its captions, and its rows of cells with their text. Cells and rows that show nothing are left out.
 */
record Table(List<String> captions, List<Row> rows, int columns) {

    /** More do not fit in a line, even if each is one character wide. */
    private static final int MAX_COLUMNS = Columns.MAX / 3;

    /** @param heading whether it does nothing but name columns */
    record Row(List<Cell> cells, boolean heading) {}

    record Cell(int column, int span, boolean heading, List<String> lines) {

        int end() {
            return column + span;
        }

        String oneLine() {
            return String.join(" ", lines);
        }
    }

    /** Nothing if the table is there for the layout only. */
    static @Nullable Table of(Element element, Walk walk) {
        String role = element.attr("role");
        if (role.equalsIgnoreCase("presentation")
                || role.equalsIgnoreCase("none")
                || element.stream().skip(1).anyMatch(inner -> inner.normalName().equals("table"))) {
            return null;
        }
        Reader reader = new Reader(walk);
        reader.section(element, false);
        return reader.columns < 2 || reader.columns > MAX_COLUMNS
                ? null
                : new Table(reader.captions, reader.rows, reader.columns);
    }

    boolean hasHeadings() {
        return rows.stream().anyMatch(row -> row.cells().stream().anyMatch(Cell::heading));
    }

    /** The rows at the beginning that name the columns. */
    List<Row> headings() {
        return rows.stream().takeWhile(Row::heading).toList();
    }

    List<Row> body() {
        return rows.subList(headings().size(), rows.size());
    }

    private static final class Reader {

        private final Walk walk;
        private final List<String> captions = new ArrayList<>();
        private final List<Row> rows = new ArrayList<>();
        private int columns;
        private final int[] busy = new int[2 * MAX_COLUMNS + 2];

        Reader(Walk walk) {
            this.walk = walk;
        }

        void section(Element section, boolean head) {
            for (Element child : section.children()) {
                if (columns <= MAX_COLUMNS && !Style.of(child).isHidden()) {
                    switch (child.normalName()) {
                        case "caption" -> captions.addAll(walk.cell(child));
                        case "tr" -> row(child, head);
                        default -> section(child, child.normalName().equals("thead"));
                    }
                }
            }
        }

        private void row(Element row, boolean head) {
            List<Cell> cells = new ArrayList<>();
            int column = 0;
            boolean headings = true;
            for (Element child : row.children()) {
                if (Style.of(child).isHidden() || !child.normalName().matches("t[dh]")) {
                    continue;
                }
                while (busy[column] > 0) {
                    column++;
                }
                int span = span(child, "colspan", MAX_COLUMNS);
                Arrays.fill(busy, column, column + span, span(child, "rowspan", 65_534));
                List<String> lines = walk.cell(child);
                boolean heading = child.normalName().equals("th");
                headings &= heading || lines.isEmpty();
                if (!lines.isEmpty()) {
                    cells.add(new Cell(column, span, heading, lines));
                }
                column += span;
                if (column > MAX_COLUMNS) {
                    break;
                }
            }
            Arrays.setAll(busy, i -> Math.max(0, busy[i] - 1));
            columns = Math.max(columns, column);
            if (!cells.isEmpty()) {
                rows.add(new Row(cells, head || headings));
            }
        }

        private static int span(Element cell, String attribute, int most) {
            String value = cell.attr(attribute).strip();
            return value.matches("[1-9][0-9]{0,4}") ? Math.min(Integer.parseInt(value), most) : 1;
        }
    }
}
