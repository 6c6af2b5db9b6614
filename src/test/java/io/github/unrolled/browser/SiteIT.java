package io.github.unrolled.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The built site opens, from a folder and from a server, without a complaint. */
class SiteIT extends PageTest {
  @ParameterizedTest
  @EnumSource
  void opens(Access access) {
    open(access);
    assertThat(named(AriaRole.HEADING, "Unrolled")).isVisible();
  }

  @ParameterizedTest
  @EnumSource
  void breaksNoAccessibilityRule(Access access) {
    open(access);
    assertAccessible();
  }
}
