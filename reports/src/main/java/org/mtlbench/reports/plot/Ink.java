package org.mtlbench.reports.plot;

/**
 * The role of a colour.
 *
 * @param role kind of colour
 * @param number number of the method if the role belongs to a method, counted from 0; otherwise 0
 */
public record Ink(Role role, int number) {
  /** Kinds of colours. */
  enum Role {
    /** Background. */
    GROUND,
    /** Titles, labels and axes. */
    TEXT,
    /** Grid lines. */
    GRID,
    /** Reference lines and phase boundaries. */
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

  /** The colour of a method with a number, counted from 0. */
  public static Ink method(int number) {
    return new Ink(Role.METHOD, number);
  }

  /** The colour of a number inside a mark of this colour. */
  public Ink inside() {
    return new Ink(Role.ON_METHOD, number);
  }

  /** The class name in style sheets. */
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
