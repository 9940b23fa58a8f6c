package io.tidings.templates.internal.text;

import io.tidings.templates.internal.text.Table.Cell;
import io.tidings.templates.internal.text.Table.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Writes a table of data in the form that suits it, or not at all. */
final class TableText {

    private static final int GAP = 2;
    private static final int MAX_HEADING = Columns.MAX / 2;
    private static final int MAX_HEADING_ROWS = 3;

    private final Table table;
    private final Page page;

    TableText(Table table, Page page) {
        this.table = table;
        this.page = page;
    }

    /** Whether there was a form for it; otherwise nothing is written. */
    boolean write() {
        if (hasFacts()) {
            captions();
            pairs(row -> Labels.withColon(row.cells().get(0).oneLine()));
            return true;
        }
        int[] starts = starts();
        if (hasSingleLines() && starts[table.columns()] - GAP <= page.room()) {
            captions();
            aligned(starts);
            return true;
        }
        if (hasPairs()) {
            captions();
            pairs(row -> row.cells().get(0).oneLine());
            return true;
        }
        if (table.headings().isEmpty() || table.body().isEmpty() || hasLongHeadings()) {
            return false;
        }
        captions();
        records();
        return true;
    }

    private void captions() {
        table.captions().forEach(page::folded);
        page.apart();
    }

    /** Whether each row is one value with its name. */
    private boolean hasFacts() {
        return table.columns() == 2
                && table.headings().isEmpty()
                && table.rows().stream()
                        .allMatch(row -> row.cells().get(0).heading()
                                && row.cells().stream().filter(Cell::heading).count() == 1);
    }

    /** Whether each row is a few words and a text. */
    private boolean hasPairs() {
        return table.columns() == 2
                && table.rows().size() > 1
                && !table.hasHeadings()
                && hasSingleLines()
                && table.rows().stream()
                        .map(row -> row.cells().get(0))
                        .allMatch(cell -> cell.column() == 0
                                && cell.span() == 1
                                && page.hasMarginOf(Columns.of(cell.oneLine()) + GAP));
    }

    private void pairs(Function<Row, String> naming) {
        List<String> labels = table.rows().stream().map(naming).toList();
        int widest = labels.stream().mapToInt(Columns::of).max().orElse(0);
        boolean aligned = page.hasMarginOf(widest + GAP);
        for (int i = 0; i < labels.size(); i++) {
            String label = labels.get(i);
            List<Cell> cells = table.rows().get(i).cells();
            if (cells.size() == 1) {
                page.folded(label);
            } else if (aligned) {
                String first = label + " ".repeat(widest + GAP - Columns.of(label));
                value(first, " ".repeat(widest + GAP), cells.get(1).lines());
            } else {
                labelled(label, cells.get(1).lines());
            }
        }
    }

    private void value(String first, String rest, List<String> lines) {
        Page.Margin outer = page.enter(first, rest);
        lines.stream().filter(line -> !line.isBlank()).forEach(page::folded);
        page.leave(outer);
    }

    private void labelled(String label, List<String> lines) {
        if (label.isEmpty()) {
            value("", "", lines);
        } else if (lines.size() > 1) {
            page.folded(label);
            value("  ", "  ", lines);
        } else {
            value("", "  ", List.of((label + " " + String.join("", lines)).strip()));
        }
    }

    private boolean hasSingleLines() {
        return table.rows().stream().allMatch(row -> row.cells().stream()
                .allMatch(cell -> cell.lines().size() == 1));
    }

    /** Where each column begins, and where one more would. An empty column takes no room. */
    private int[] starts() {
        int[] widths = new int[table.columns()];
        for (int span = 1; span <= table.columns(); span++) {
            for (Row row : table.rows()) {
                for (Cell cell : row.cells()) {
                    if (cell.span() == span) {
                        widen(widths, cell);
                    }
                }
            }
        }
        int[] starts = new int[widths.length + 1];
        for (int i = 0; i < widths.length; i++) {
            starts[i + 1] = starts[i] + (widths[i] == 0 ? 0 : widths[i] + GAP);
        }
        return starts;
    }

    /** Makes the last column that a cell spans as wide as the cell needs it. */
    private static void widen(int[] widths, Cell cell) {
        int room = IntStream.range(cell.column(), cell.end())
                        .filter(i -> widths[i] > 0)
                        .map(i -> widths[i] + GAP)
                        .sum()
                - GAP;
        int lacking = Columns.of(cell.oneLine()) - Math.max(room, 0);
        if (lacking > 0) {
            widths[cell.end() - 1] += lacking;
        }
    }

    private void aligned(int[] starts) {
        int headings = table.headings().size();
        for (int i = 0; i < table.rows().size(); i++) {
            StringBuilder line = new StringBuilder();
            int column = 0;
            for (Cell cell : table.rows().get(i).cells()) {
                String text = cell.oneLine();
                line.append(" ".repeat(starts[cell.column()] - column)).append(text);
                column = starts[cell.column()] + Columns.of(text);
            }
            page.unfolded(line.toString());
            if (i == headings - 1) {
                page.unfolded(rule(starts));
            }
        }
    }

    private static String rule(int[] starts) {
        StringBuilder rule = new StringBuilder();
        for (int i = 1; i < starts.length; i++) {
            int width = starts[i] - starts[i - 1] - GAP;
            if (width > 0) {
                rule.append("-".repeat(width)).append(" ".repeat(GAP));
            }
        }
        return rule.toString().stripTrailing();
    }

    private boolean hasLongHeadings() {
        return table.headings().size() > MAX_HEADING_ROWS
                || Arrays.stream(names()).anyMatch(name -> Columns.of(name) > MAX_HEADING);
    }

    /** What each column is called. */
    private String[] names() {
        String[] names = new String[table.columns()];
        Arrays.fill(names, "");
        for (Row row : table.headings()) {
            for (Cell cell : row.cells()) {
                for (int i = cell.column(); i < cell.end(); i++) {
                    names[i] = (names[i] + " " + cell.oneLine()).strip();
                }
            }
        }
        return names;
    }

    /** A line for each value, with the name of its column. The first row has every column, so that none is lost. */
    private void records() {
        String[] names = names();
        boolean first = true;
        for (Row row : table.body()) {
            page.apart();
            int column = 0;
            for (Cell cell : row.cells()) {
                namesOnly(names, column, first ? cell.column() : column);
                labelled(Labels.withColon(name(names, cell)), cell.lines());
                column = cell.end();
            }
            namesOnly(names, column, first ? table.columns() : column);
            first = false;
        }
    }

    private void namesOnly(String[] names, int from, int to) {
        IntStream.range(from, to)
                .filter(i -> !names[i].isEmpty())
                .forEach(i -> page.folded(Labels.withColon(names[i])));
    }

    private static String name(String[] names, Cell cell) {
        List<String> all = new ArrayList<>(List.of(names).subList(cell.column(), cell.end()));
        all.removeIf(String::isEmpty);
        return String.join(", ", all.stream().distinct().toList());
    }
}
