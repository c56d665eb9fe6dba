package org.mtlbench.reports.model;

import java.util.List;
import java.util.Objects;

/** A block of a document. */
public sealed interface Block {
  /** Calls the visitor's method for this kind of block. */
  <R> R accept(Visitor<R> visitor);

  /** Renders each kind of block in a format. */
  interface Visitor<R> {
    /** A heading. */
    R heading(Heading heading);

    /** A paragraph. */
    R paragraph(Paragraph paragraph);

    /** A list. */
    R bullets(Bullets bullets);

    /** A shell command. */
    R command(Command command);

    /** A table. */
    R table(TableBlock table);
  }

  /**
   * A heading.
   *
   * @param text plain text
   */
  record Heading(String text) implements Block {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.heading(this);
    }
  }

  /**
   * A paragraph.
   *
   * @param text its text
   */
  record Paragraph(Text text) implements Block {
    /** Checks presence. */
    public Paragraph {
      Objects.requireNonNull(text, "text");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.paragraph(this);
    }
  }

  /**
   * A list.
   *
   * @param points list items in order
   * @param warning whether to highlight the list as a warning
   */
  record Bullets(List<Text> points, boolean warning) implements Block {
    /** Makes a defensive copy of the list. */
    public Bullets {
      points = List.copyOf(points);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.bullets(this);
    }
  }

  /**
   * A shell command.
   *
   * @param line plain text
   */
  record Command(String line) implements Block {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.command(this);
    }
  }

  /**
   * A table with its title, captions and footnotes.
   *
   * @param table the table
   */
  record TableBlock(Table table) implements Block {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.table(this);
    }
  }
}
