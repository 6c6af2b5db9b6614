package io.github.unrolled.ui.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GlossaryTest {
  /** Longest explanation, in characters: more is no longer read at a glance. */
  private static final int LONGEST = 230;

  @ParameterizedTest
  @EnumSource
  void eachTermIsExplainedInTwoShortSentences(Glossary term) {
    String text = term.text();
    assertEquals(2, text.split("(?<=[.!?]) ").length, text);
    assertTrue(text.matches("[A-Z].*\\.") && !text.contains("  "), text);
    assertTrue(text.length() <= LONGEST, text.length() + " characters: " + text);
  }

  @ParameterizedTest
  @EnumSource
  void eachTermIsFoundByItsKey(Glossary term) {
    assertTrue(term.key().matches("[a-z]+(-[a-z]+)*"), term.key());
    assertEquals(term.text(), Glossary.explain(term.key()));
  }

  @Test
  void otherKeysHaveNoExplanation() {
    assertEquals("gradient-norm", Glossary.GRADIENT_NORM.key());
    assertNull(Glossary.explain("gradient norm"));
    assertNull(Glossary.explain(""));
  }
}
