package io.tidings.templates.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DerivedTablesTest {

    private static final String LONG = "words ".repeat(13).strip();

    @Test
    void layoutIsNoTable() {
        assertThat(of("<table role=presentation><tr><td>a<td>b<tr><td><p>c</p></table>"))
                .isEqualTo("a\n\nb\n\nc\n");
        assertThat(of("<table><tr><td>a<tr><td>b</table>")).isEqualTo("a\n\nb\n");
        assertThat(of("<table><tr><td>a<td><table><tr><th>H<th>I<tr><td>1<td>2</table></table>"))
                .isEqualTo("a\n\nH  I\n-  -\n1  2\n");
    }

    @Test
    void dataStandInColumns() {
        assertThat(of("a<table><caption>Sections</caption><thead><tr><th>Section<th>Status</thead>"
                        + "<tr><td>Active Case Data<td>Accepted<tr><td>漢字<td>Rejected</table>b"))
                .isEqualTo("""
                        a

                        Sections

                        Section           Status
                        ----------------  --------
                        Active Case Data  Accepted
                        漢字              Rejected

                        b
                        """);
    }

    @Test
    void cellsWithoutTextLeaveTheirColumnEmpty() {
        assertThat(
                        of(
                                "<table><tr><th>A<th><th>B<th>C<tr><td>1<td><img><td><td>3<tr><td><td><td><td><tr><td><td><td>2</table>"))
                .isEqualTo("A  B  C\n-  -  -\n1     3\n   2\n");
    }

    @Test
    void cellsMaySpanColumnsAndRows() {
        assertThat(of("<table><tr><th>Item<th>Qty<th>Price<tr><td>Apple<td rowspan=2>2<td>$4<tr><td>Pear<td>$5"
                        + "<tr><td colspan=2>Total of both items<td>$9<tr><td colspan=999>End</table>"))
                .isEqualTo("""
                        Item   Qty           Price
                        -----  ------------  -----
                        Apple  2             $4
                        Pear                 $5
                        Total of both items  $9
                        End
                        """);
    }

    @Test
    void rowsThatDoNotFitAreLinesWithTheirHeadings() {
        assertThat(of("<table><tr><th>Name<th>Phone<th>Remark:<tr><td>Ana<td><td>" + LONG
                        + "<tr><td>Bo<td>1<br>2<td>x<tr><td colspan=2>C</table>"))
                .isEqualTo("Name: Ana\nPhone:\nRemark: " + "words ".repeat(11).strip() + "\n  words words\n\n"
                        + "Name: Bo\nPhone:\n  1\n  2\nRemark: x\n\nName, Phone: C\n");
    }

    @Test
    void factsAreLabelsAndValues() {
        assertThat(of("<table><tr><th scope=row>Organisation<td>Ohio<tr><th>Year:<td>" + LONG
                        + "<tr><th>Place<td>a<br>b<tr><th>Empty<td></table>"))
                .isEqualTo("Organisation:  Ohio\nYear:          "
                        + "words ".repeat(10).strip() + "\n" + " ".repeat(15) + "words words words\nPlace:         a\n"
                        + " ".repeat(15) + "b\nEmpty:\n");
    }

    @Test
    void longLabelsAreNotAligned() {
        assertThat(of("<table><tr><th>How many people live in your household<td>4<tr><th>Name<td>" + LONG + "</table>"))
                .isEqualTo("How many people live in your household: 4\nName: "
                        + "words ".repeat(12).strip() + "\n  words\n");
    }

    @Test
    void columnsWithoutHeadingsAreAlignedIfTheyFit() {
        assertThat(of("<table><tr><td>Total<td>$4<tr><td>Tax<td>$1</table>")).isEqualTo("Total  $4\nTax    $1\n");
        assertThat(of("<table><tr><td>Note<td>" + LONG + "<tr><td>Tax<td>$1</table>"))
                .isEqualTo("Note  " + "words ".repeat(12).strip() + "\n      words\nTax   $1\n");
        assertThat(of("<table><tr><td>a<td><p>b</p><p>c</p></table>")).isEqualTo("a\n\nb\n\nc\n");
    }

    @Test
    void tablesInItemsAndQuotationsAreIndented() {
        assertThat(of("<blockquote><table><tr><th>A<th>B<tr><td>1<td>2</table></blockquote>"))
                .isEqualTo("> A  B\n> -  -\n> 1  2\n");
        assertThat(of("<ul><li>x<table><tr><th>Name<td>Ana<tr><th>Of<td>Ohio</table><li>y</ul>"))
                .isEqualTo("* x\n\n  Name:  Ana\n  Of:    Ohio\n\n* y\n");
    }

    @Test
    void manyColumnsAreBlocks() {
        assertThat(of("<table><tr><th>a" + "<th>b".repeat(30) + "<tr><td>c" + "<td>d".repeat(30) + "</table>"))
                .startsWith("a\n\nb\n\n")
                .contains("\n\nc\n\nd\n\n");
    }

    @Test
    void oddSpansDoNotFail() {
        assertThat(of("<table><tr><td rowspan=99999999 colspan=-1>a<td colspan=x>b<tr><td colspan=0 rowspan=3>c"
                        + "<td colspan=26>d<tr><td>e<tr><td>f</table>"))
                .contains("a", "b", "c", "d", "e", "f");
    }

    private static String of(String html) {
        return DerivedText.of(html, "The subject");
    }
}
