package io.github.unrolled.share;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Texts by name, in the order in which they were added; few enough to search one by one. */
public final class NamedTexts {
  private final List<String> names = new ArrayList<>();
  private final List<String> texts = new ArrayList<>();

  /** How many there are. */
  public int size() {
    return names.size();
  }

  /** The name at a place, from 0. */
  public String name(int place) {
    return names.get(place);
  }

  /** The text at a place, from 0. */
  public String text(int place) {
    return texts.get(place);
  }

  /** Adds a text, unless the name exists already; returns whether it was added. */
  public boolean add(String name, String text) {
    boolean isNew = placeOf(name) < 0;
    if (isNew) {
      names.add(name);
      texts.add(text);
    }
    return isNew;
  }

  // The library's own search compares objects of any kind, which takes room in the bundle.
  private int placeOf(String name) {
    int place = names.size() - 1;
    while (place >= 0 && !names.get(place).equals(name)) {
      place--;
    }
    return place;
  }

  /** Removes a text and returns it; null if there is none with the name. */
  @Nullable String take(String name) {
    int place = placeOf(name);
    if (place < 0) {
      return null;
    }
    names.remove(place);
    return texts.remove(place);
  }
}
