package org.mtlbench.reports.plot;

/**
 * What a colour stands for.
 *
 * @param role the kind
 * @param number of the method where the role is that of a method, counted from 0; 0 elsewhere
 */
public record Ink(Role role, int number) {
  /** Kinds of colours. */
  enum Role {
    /** The ground. */
    GROUND,
    /** Titles, labels and axes. */
    TEXT,
    /** Grid lines. */
    GRID,
    /** What stands beside the data: reference lines, borders of phases. */
    REFERENCE,
    /** A mark or line of a method. */
    METHOD,
    /** A number inside a mark of a method. */
    ON_METHOD
  }

  public static final Ink GROUND = new Ink(Role.GROUND, 0);
  public static final Ink TEXT = new Ink(Role.TEXT, 0);
  public static final Ink GRID = new Ink(Role.GRID, 0);
  public static final Ink REFERENCE = new Ink(Role.REFERENCE, 0);

  /** Of the method with a number, counted from 0. */
  public static Ink method(int number) {
    return new Ink(Role.METHOD, number);
  }

  /** For a number inside a mark of this ink. */
  public Ink inside() {
    return new Ink(Role.ON_METHOD, number);
  }

  /** Its name in style sheets. */
  public String cssClass() {
    return switch (role) {
      case GROUND -> "ground";
      case TEXT -> "text";
      case GRID -> "grid";
      case REFERENCE -> "reference";
      case METHOD -> "m" + number % ChartTheme.METHODS;
      case ON_METHOD -> "on" + number % ChartTheme.METHODS;
    };
  }
}
