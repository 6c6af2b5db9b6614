package io.github.unrolled;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Whether every number in the article is true, and every computed number is in the article. */
class ArticleClaimsTest {
  private final Article article = new Article();
  private final Claims claims = new Claims();

  @TestFactory
  Stream<DynamicTest> everyClaimIsWhatIsComputed() {
    return article.claims().stream()
        .map(
            claim ->
                DynamicTest.dynamicTest(
                    claim.name(),
                    () -> assertPrinted(claim.printed(), claims.compute(claim.name()))));
  }

  @Test
  void claimsAndComputationsBelongTogether() {
    Set<String> claimed =
        article.claims().stream()
            .map(Article.Claim::name)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(new TreeSet<>(claims.names()), claimed);
    assertEquals(article.claims().size(), article.claimMarks(), "a claim is not a plain span");
  }

  /** Fails unless a number, rounded to the digits that are printed, is the one printed. */
  static void assertPrinted(String printed, double value) {
    BigDecimal expected = new BigDecimal(printed.replace('\u2212', '-'));
    assertEquals(
        expected,
        new BigDecimal(value).setScale(expected.scale(), RoundingMode.HALF_UP),
        () -> "computed " + value);
    assertTrue(
        expected.signum() != 0 || Math.abs(value) < Claims.ZERO, () -> "not 0, but " + value);
  }
}
