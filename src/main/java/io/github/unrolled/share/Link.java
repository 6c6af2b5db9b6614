package io.github.unrolled.share;

import io.github.unrolled.math.Decimals;
import java.util.ArrayList;
import java.util.List;

/**
 * An experiment as the fragment of an address: {@code v=1&task=sine&hidden-units=8&...}. A field is
 * left out if its value would be the same without it; {@code start} and {@code weights} are
 * base64url.
 *
 * <p>Reading never fails: a field that cannot be read is treated as missing, and its name is
 * reported.
 */
public final class Link {
  /** Longest fragment that is read: twice the largest experiment. */
  private static final int MOST_LETTERS = 200_000;

  private final Fields fields;

  /** Makes a writer and reader. */
  public Link(Decimals decimals) {
    fields = new Fields(decimals, "v", new Base64Numbers());
  }

  /** Writes the fragment, without its hash sign. */
  public String write(Shared shared) {
    StringBuilder text = new StringBuilder();
    NamedTexts written = fields.write(shared, false);
    for (int i = 0; i < written.size(); i++) {
      text.append(i == 0 ? "" : "&").append(written.name(i)).append('=').append(written.text(i));
    }
    return text.toString();
  }

  /** Reads a fragment, with or without its hash sign. */
  public Shared read(String fragment) {
    List<String> unread = new ArrayList<>();
    return fields.read(parts(fragment, unread), unread);
  }

  /** Fields by name; if there are several with the same name, the first counts. */
  private static NamedTexts parts(String fragment, List<String> unread) {
    NamedTexts parts = new NamedTexts();
    if (fragment.length() > MOST_LETTERS) {
      unread.add(Fields.tooLong(MOST_LETTERS));
      return parts;
    }
    int from = fragment.startsWith("#") ? 1 : 0;
    for (int part = 0; from < fragment.length(); part++) {
      if (part == Fields.MOST) {
        unread.add(Fields.tooMany());
        return parts;
      }
      int end = fragment.indexOf('&', from);
      int to = end < 0 ? fragment.length() : end;
      int equals = fragment.indexOf('=', from);
      if (equals < 0 || equals >= to) {
        unread.add(Fields.quoted(fragment.substring(from, to)));
      } else if (!parts.add(
          fragment.substring(from, equals), unescaped(fragment.substring(equals + 1, to)))) {
        unread.add(Fields.quoted(fragment.substring(from, equals)));
      }
      from = to + 1;
    }
    return parts;
  }

  /** Restores characters that were escaped on the way, as in %2C; a link contains only ASCII. */
  private static String unescaped(String value) {
    if (value.indexOf('%') < 0) {
      return value;
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < value.length(); i++) {
      int high = value.charAt(i) == '%' && i + 2 < value.length() ? hex(value.charAt(i + 1)) : -1;
      int low = high < 0 ? -1 : hex(value.charAt(i + 2));
      if (low < 0) {
        text.append(value.charAt(i));
      } else {
        text.append((char) (16 * high + low));
        i += 2;
      }
    }
    return text.toString();
  }

  private static int hex(char c) {
    int digit =
        c >= '0' && c <= '9'
            ? c - '0'
            : (c | 0x20) >= 'a' && (c | 0x20) <= 'f' ? (c | 0x20) - 'a' + 10 : -1;
    return digit;
  }
}
