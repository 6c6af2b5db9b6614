package io.github.unrolled;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unrolled.experiment.Attributes;
import io.github.unrolled.experiment.Change;
import io.github.unrolled.experiment.Command;
import io.github.unrolled.experiment.Event;
import io.github.unrolled.experiment.Experiment;
import io.github.unrolled.experiment.Store;
import io.github.unrolled.math.Activation;
import io.github.unrolled.math.JvmDecimals;
import io.github.unrolled.share.Link;
import io.github.unrolled.share.Shared;
import io.github.unrolled.train.Snapshot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.DoubleSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Whether what the example post says about its figures is true, and the code shown is theirs. */
class ExamplePostTest {
  private static final int LAST_STEP = 12;

  private static final Set<String> PANELS =
      Set.of("unrolled", "equation", "history", "prediction", "loss", "instruments");

  private static final Set<String> CONTROLS =
      Set.of("run", "sequence", "network", "weights", "training");

  private static final Pattern FIGURE =
      Pattern.compile("<(rnn-playground|iframe)\\s([^>]*)>(?=.*?</figure>)", Pattern.DOTALL);

  private static final Pattern ATTRIBUTE = Pattern.compile("([a-z-]+)(?:=\"([^\"]*)\")?");

  private static final Pattern CODE = Pattern.compile("<code>(.*?)</code>", Pattern.DOTALL);

  private final Article post = new Article("example-post.html");
  private final List<Map<String, String>> figures = figures(post.source());
  private final Map<String, DoubleSupplier> computations =
      Map.ofEntries(
          Map.entry("post-half", this::forgotten),
          Map.entry("power-0.5", () -> Math.pow(0.5, 11)),
          Map.entry("power-0.9", () -> Math.pow(0.9, 11)),
          Map.entry("power-1", () -> Math.pow(1, 11)),
          Map.entry("power-1.5", () -> Math.pow(1.5, 11)),
          Map.entry("post-grow", () -> lastState(exploding())),
          Map.entry("post-settled", () -> lastState(settling())),
          Map.entry("post-sine-line", () -> LeastSquares.line(sine().problem()).loss()),
          Map.entry("post-sine-trained", () -> trained(sine(), 2000).loss()));

  /** The attributes of the embeds in a text, in their order, as a browser reads them. */
  private static List<Map<String, String>> figures(String html) {
    List<Map<String, String>> figures = new ArrayList<>();
    Matcher figure = FIGURE.matcher(html);
    while (figure.find()) {
      figures.add(attributes(figure.group(2)));
    }
    return figures;
  }

  private static Map<String, String> attributes(String markup) {
    Map<String, String> attributes = new LinkedHashMap<>();
    Matcher attribute = ATTRIBUTE.matcher(markup);
    while (attribute.find()) {
      String value = attribute.group(2) == null ? "" : attribute.group(2);
      attributes.put(attribute.group(1), value.replace("&amp;", "&"));
    }
    return attributes;
  }

  private String attribute(int figure, String name) {
    return Objects.requireNonNull(figures.get(figure).get(name), name);
  }

  private static Experiment experiment(String fragment) {
    Shared shared = new Link(new JvmDecimals()).read(fragment);
    assertEquals(List.of(), shared.ignored(), fragment);
    return shared.experiment();
  }

  private double forgotten() {
    List<String> settings = new ArrayList<>();
    figures
        .get(0)
        .forEach(
            (name, value) -> {
              if (!Set.of("id", "panels", "controls").contains(name)) {
                settings.add(name + "=" + value);
              }
            });
    return Trial.of(Article.handleThatRuns(String.join(" ", settings))).state(LAST_STEP);
  }

  private Experiment exploding() {
    return experiment(attribute(1, "state"));
  }

  /** The same experiment after tanh is chosen. */
  private Experiment settling() {
    Event tanh = new Attributes(new JvmDecimals()).parse("activation", "tanh");
    return assertInstanceOf(Change.class, tanh).applyTo(exploding());
  }

  private Experiment sine() {
    return experiment(attribute(2, "src").replaceFirst("^embed\\.html#", ""));
  }

  private static double lastState(Experiment experiment) {
    return trained(experiment, 0).pass().hiddenState(LAST_STEP - 1, 0);
  }

  private static Snapshot trained(Experiment experiment, int epochs) {
    Store store = new Store(experiment, () -> 0, callback -> {}, state -> {});
    if (epochs > 0) {
      store.dispatch(new Command.EpochsRequested(epochs));
    }
    return store.state().snapshot();
  }

  @TestFactory
  Stream<DynamicTest> everyClaimIsWhatIsComputed() {
    return post.claims().stream()
        .map(
            claim ->
                DynamicTest.dynamicTest(
                    claim.name(),
                    () ->
                        ArticleClaimsTest.assertPrinted(
                            claim.printed(),
                            Objects.requireNonNull(computations.get(claim.name())).getAsDouble())));
  }

  @Test
  void claimsAndComputationsBelongTogether() {
    Set<String> claimed =
        post.claims().stream()
            .map(Article.Claim::name)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(new TreeSet<>(computations.keySet()), claimed);
    assertEquals(post.claims().size(), post.claimMarks(), "a claim is not a plain span");
  }

  @Test
  void theCodeThatIsShownIsThatOfTheFigure() {
    assertEquals(3, figures.size());
    List<Map<String, String>> shown = new ArrayList<>();
    Matcher code = CODE.matcher(post.source());
    while (code.find()) {
      String text = code.group(1).replaceAll("</?span[^>]*>", "");
      String snippet = text.replace("&lt;", "<").replace("&amp;", "&");
      shown.addAll(figures(snippet + "</figure>"));
    }
    for (Map<String, String> figure : figures) {
      figure.remove("id");
    }
    assertEquals(figures, shown);
  }

  @Test
  void panelsAndControlsAreThoseThereAre() {
    for (int figure = 0; figure < 2; figure++) {
      assertTrue(PANELS.containsAll(List.of(attribute(figure, "panels").split(" ", -1))));
      assertTrue(CONTROLS.containsAll(List.of(attribute(figure, "controls").split(" ", -1))));
    }
  }

  @Test
  void theStateSettlesWhereTheCurveCrossesTheDiagonal() {
    double settled = lastState(settling());
    assertEquals(Activation.TANH.value(1.5 * settled), settled, 1e-5);
  }
}
