package io.tidings.examples;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Lays rows out under each other. */
final class Table {

    private Table() {}

    static String of(List<String> headings, List<List<String>> rows) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(headings);
        lines.addAll(rows);
        List<Integer> widths = widths(lines);
        return lines.stream()
                .map(line -> line(line, widths) + System.lineSeparator())
                .collect(Collectors.joining());
    }

    private static List<Integer> widths(List<List<String>> lines) {
        List<Integer> widths = new ArrayList<>();
        for (int column = 0; column < lines.get(0).size(); column++) {
            int index = column;
            widths.add(lines.stream()
                    .mapToInt(line -> line.get(index).length())
                    .max()
                    .orElse(0));
        }
        return widths;
    }

    private static String line(List<String> cells, List<Integer> widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < cells.size(); column++) {
            line.append(cells.get(column))
                    .append(" ".repeat(widths.get(column) - cells.get(column).length() + 2));
        }
        return line.toString().stripTrailing();
    }
}
