package io.github.unrolled;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An article as its reader sees it: the numbers it claims and its handles. */
final class Article {
  private static final Path WEB = Path.of("web");
  private static final Pattern CLAIM =
      Pattern.compile("<span\\s+data-claim=\"([^\"]+)\"\\s*>([^<]*)</span>");
  private static final Pattern TERM = Pattern.compile("\\sdata-term=\"([^\"]*)\"");
  private static final Pattern HANDLE = Pattern.compile("<a\\s+class=\"handle\"([^>]*)>");

  private final String page;

  /** The article around the playground. */
  Article() {
    this("index.html");
  }

  /**
   * Another article of the site.
   *
   * @param file its page
   */
  Article(String file) {
    page = read(file);
  }

  /**
   * A number printed in the article.
   *
   * @param name identifies the number
   * @param printed the number as the reader sees it
   */
  record Claim(String name, String printed) {}

  /**
   * A link that sets up the playground.
   *
   * @param id identifies it if the article promises what it does, else empty
   * @param target where it leads without JavaScript
   * @param run the instructions that it gives the playground, with single spaces
   */
  record Handle(String id, String target, String run) {}

  private static String read(String file) {
    try {
      return Files.readString(WEB.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The keys of the words that the article explains, in its order. */
  List<String> terms() {
    return TERM.matcher(page).results().map(found -> found.group(1)).toList();
  }

  /** The source of the page. */
  String source() {
    return page;
  }

  /** All claims in the order of the page; one number may be claimed twice. */
  List<Claim> claims() {
    List<Claim> claims = new ArrayList<>();
    Matcher matcher = CLAIM.matcher(page);
    while (matcher.find()) {
      claims.add(new Claim(matcher.group(1), matcher.group(2).strip()));
    }
    return claims;
  }

  /** How often data-claim occurs on the page, in any form. */
  int claimMarks() {
    return page.split("data-claim", -1).length - 1;
  }

  /** All handles in the order of the page. */
  List<Handle> handles() {
    List<Handle> handles = new ArrayList<>();
    Matcher matcher = HANDLE.matcher(page);
    while (matcher.find()) {
      String attributes = matcher.group(1);
      handles.add(
          new Handle(
              attribute(attributes, "id"),
              attribute(attributes, "href"),
              attribute(attributes, "data-run").strip().replaceAll("\\s+", " ")));
    }
    return handles;
  }

  /** The handle with this id. */
  Handle handle(String id) {
    return handles().stream()
        .filter(handle -> handle.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("id: no handle has " + id));
  }

  /** A handle that the page does not have, but could. */
  static Handle handleThatRuns(String run) {
    return new Handle("", "", run);
  }

  private static String attribute(String attributes, String name) {
    Matcher matcher = Pattern.compile("(?:^|\\s)" + name + "=\"([^\"]*)\"").matcher(attributes);
    return matcher.find() ? matcher.group(1) : "";
  }
}
