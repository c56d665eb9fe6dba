package org.mtlbench.datasets.synthetic;

import static org.mtlbench.datasets.synthetic.Stroke.arc;
import static org.mtlbench.datasets.synthetic.Stroke.curve;
import static org.mtlbench.datasets.synthetic.Stroke.line;
import static org.mtlbench.datasets.synthetic.Stroke.via;

import java.util.List;

/** The shapes of the ten digits, each in two or three common variants. */
final class Glyphs {
  private Glyphs() {}

  /**
   * The variants of each digit; a variant is a list of strokes.
   *
   * @return ten lists, one per digit
   */
  static List<List<List<Stroke>>> all() {
    return List.of(zero(), one(), two(), three(), four(), five(), six(), seven(), eight(), nine());
  }

  private static List<List<Stroke>> zero() {
    return List.of(
        List.of(curve(arc(.33, .5, .32, .5, -90, 270))),
        List.of(curve(arc(.28, .5, .23, .5, -90, 270))),
        List.of(curve(via(.46, .09), arc(.33, .52, .31, .48, -95, -420))));
  }

  private static List<List<Stroke>> one() {
    return List.of(
        List.of(line(.3, 0, .3, 1)),
        List.of(line(.06, .24, .32, 0, .32, 1)),
        List.of(line(.06, .22, .3, 0, .3, 1), line(.06, 1, .56, 1)));
  }

  private static List<List<Stroke>> two() {
    return List.of(
        List.of(
            curve(arc(.31, .28, .28, .28, 195, 390), via(.32, .7, .02, .98)),
            line(.02, .98, .64, .98)),
        List.of(
            curve(
                arc(.33, .26, .26, .26, 200, 380),
                via(.42, .62, .2, .92, .06, .95, .04, .82, .2, .8, .42, .95, .68, .9))));
  }

  private static List<List<Stroke>> three() {
    return List.of(
        List.of(
            curve(arc(.28, .24, .27, .24, 205, 440), via(.2, .48)),
            curve(via(.2, .48), arc(.28, .74, .32, .26, 280, 515))),
        List.of(
            line(.05, .03, .56, .03, .26, .4),
            curve(via(.26, .4), arc(.26, .7, .33, .3, 285, 515))));
  }

  private static List<List<Stroke>> four() {
    return List.of(
        List.of(line(.14, 0, .02, .58, .64, .58), line(.5, .12, .48, 1)),
        List.of(line(.46, 0, 0, .66, .66, .66), line(.46, 0, .46, 1)),
        List.of(
            curve(via(.08, 0, .03, .28, .12, .5, .34, .55, .56, .44)),
            line(.6, 0, .56, .44, .5, 1)));
  }

  private static List<List<Stroke>> five() {
    return List.of(
        List.of(line(.58, 0, .13, 0, .08, .45), curve(arc(.28, .69, .33, .31, 231, 515))),
        List.of(
            line(.6, .02, .2, .06),
            curve(via(.2, .06, .12, .25, .18, .4, .42, .46, .56, .66, .42, .94, .02, .96))));
  }

  private static List<List<Stroke>> six() {
    return List.of(
        List.of(curve(via(.52, 0, .2, .27), arc(.31, .7, .29, .3, 190, -185))),
        List.of(curve(via(.32, 0, .12, .38), arc(.29, .76, .26, .24, 185, -190))));
  }

  private static List<List<Stroke>> seven() {
    return List.of(
        List.of(line(.02, .02, .62, .02, .24, 1)),
        List.of(line(.02, .04, .62, .02, .24, 1), line(.14, .54, .6, .5)),
        List.of(
            line(.02, .18, .04, .02, .62, .04), curve(via(.62, .04, .42, .4, .34, .7, .32, 1))));
  }

  private static List<List<Stroke>> eight() {
    return List.of(
        List.of(
            curve(
                via(.52, .32, .54, .12, .32, 0, .1, .12, .14, .34, .33, .47),
                via(.56, .64, .58, .88, .32, 1, .05, .88, .08, .64, .33, .47),
                via(.52, .32))),
        List.of(curve(arc(.31, .24, .22, .24, 90, 450)), curve(arc(.31, .74, .29, .26, -90, 270))));
  }

  private static List<List<Stroke>> nine() {
    return List.of(
        List.of(curve(arc(.3, .28, .27, .28, -10, -370)), line(.57, .2, .54, 1)),
        List.of(curve(arc(.3, .27, .27, .27, 0, -350), via(.57, .5, .46, .84, .12, .98))));
  }
}
