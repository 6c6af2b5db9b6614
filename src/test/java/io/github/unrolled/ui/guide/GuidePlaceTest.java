package io.github.unrolled.ui.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class GuidePlaceTest {
  private static final double[] TOPS = {-300, -100, 100, 500};

  @Test
  void aPlaceIsAShareOfASection() {
    assertEquals(new GuidePlace(1, 0.5), GuidePlace.of(TOPS, -320, 900));
    assertEquals(0, new GuidePlace(1, 0.5).below(TOPS, -320, 900), 1e-9);
  }

  @Test
  void aPlaceIsFoundAgainAtAnotherWidth() {
    double[] narrow = {0, 400, 1200, 2000};
    assertEquals(800, new GuidePlace(1, 0.5).below(narrow, -20, 3000), 1e-9);
  }

  @Test
  void theBeginningIsBeforeTheFirstHeading() {
    assertEquals(GuidePlace.START, GuidePlace.of(new double[] {20, 400}, 0, 900));
    assertEquals(0, GuidePlace.START.below(new double[] {20, 400}, 0, 900), 0);
  }

  @Test
  void aTextWithoutHeadingsHasOnePlace() {
    assertEquals(new GuidePlace(-1, 0.25), GuidePlace.of(new double[0], -100, 300));
  }

  @Test
  void aPlaceInASectionThatIsGoneIsInTheLastOne() {
    assertEquals(-300, new GuidePlace(7, 0).below(new double[] {-300}, -320, 0), 0);
  }
}
