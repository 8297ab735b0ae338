package dev.davit.format.list;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class TabWriterTest {
    @Test
    void aColumnIsAtLeastTenWide() {
        assertThat(TabWriter.align("A\tB\nx\ty\n")).isEqualTo("A         B\nx         y\n");
    }

    @Test
    void aColumnIsThreeWiderThanItsWidestCell() {
        assertThat(TabWriter.align("ID\tNAME\n0123456789\tweb\n")).isEqualTo("ID           NAME\n0123456789   web\n");
    }

    @Test
    void theLastCellIsNotPadded() {
        assertThat(TabWriter.align("a\tlonger\nb\tc\n")).isEqualTo("a         longer\nb         c\n");
    }

    @Test
    void aLineWithoutTheColumnEndsIt() {
        assertThat(TabWriter.align("aaaaaaaaaaaaaaa\tx\nno tab\nb\ty\n")).isEqualTo("aaaaaaaaaaaaaaa   x\nno tab\nb         y\n");
    }

    @Test
    void anEmptyCellKeepsItsPlace() {
        assertThat(TabWriter.align("a\t\tc\n\tb\t\n")).isEqualTo("a                   c\n          b         \n");
    }

    @Test
    void widthIsCountedInCharacters() {
        assertThat(TabWriter.align("é世界\tx\nabc\ty\n")).isEqualTo("é世界       x\nabc       y\n");
    }
}
