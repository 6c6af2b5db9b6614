package io.github.unrolled.ui.results;

import io.github.unrolled.experiment.Diagnosis;
import io.github.unrolled.experiment.State;
import io.github.unrolled.experiment.Yardsticks;
import io.github.unrolled.ui.kit.Dom;
import io.github.unrolled.ui.kit.Paced;
import io.github.unrolled.ui.kit.Palette;
import io.github.unrolled.ui.kit.Term;
import io.github.unrolled.ui.kit.Text;
import io.github.unrolled.ui.view.Seen;
import io.github.unrolled.ui.view.View;
import io.github.unrolled.ui.words.DiagnosisWords;
import io.github.unrolled.ui.words.Glossary;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.dom.html.HTMLElement;

/** Shows why training rests, if it does: one of three verdicts and the evidence for it. */
public final class DiagnosisView implements View {
  private static final DiagnosisWords DIAGNOSIS = new DiagnosisWords(Text.NUMBERS);

  private static final double PERIOD_MS = 1000;
  private static final String[] VERDICTS = {"Scale", "Optimization", "Capacity"};
  private static final Glossary[] TERMS = {
    Glossary.SCALE, Glossary.OPTIMIZATION, Glossary.CAPACITY
  };

  private final HTMLElement[] marks = new HTMLElement[VERDICTS.length];
  private final HTMLElement text = Dom.element("p", "verdict-text");
  private final HTMLElement root;
  private final Paced diagnosing = new Paced(PERIOD_MS, this::diagnose);

  private final Seen seen = new Seen();
  private @Nullable Yardsticks yardsticks;

  public DiagnosisView() {
    HTMLElement row = Dom.element("div", "verdicts", Dom.text("span", "", "Why it rests:"));
    for (int i = 0; i < VERDICTS.length; i++) {
      marks[i] = new Term(TERMS[i].key(), VERDICTS[i]).root();
      Dom.toggleClass(marks[i], "verdict", true);
      row.appendChild(marks[i]);
    }
    root = Dom.element("div", "diagnosis", row, text);
  }

  @Override
  public HTMLElement root() {
    return root;
  }

  @Override
  public void render(State next, Palette palette) {
    seen.take(next, palette);
    if (seen.isNew(State::problem)) {
      yardsticks = null;
    }
    diagnosing.frame(seen.isNew(State::snapshot), next.isRunning());
  }

  private void diagnose() {
    State current = seen.state();
    if (current == null) {
      return;
    }
    Yardsticks known = yardsticks;
    if (known == null) {
      known = new Yardsticks(current.problem());
      yardsticks = known;
    }
    Diagnosis diagnosis = Diagnosis.of(current, known);
    String name = DIAGNOSIS.nameOf(diagnosis);
    for (int i = 0; i < VERDICTS.length; i++) {
      Dom.setAttribute(marks[i], "aria-current", VERDICTS[i].equals(name) ? "true" : "false");
    }
    Dom.setText(
        text, diagnosis == null ? waiting(current, known) : DIAGNOSIS.of(diagnosis, current));
  }

  /** Why there is no diagnosis, and what is known all the same. */
  private static String waiting(State state, Yardsticks known) {
    Diagnosis.Wait wait = Diagnosis.waitOf(state, known);
    Diagnosis.Capacity lack =
        wait == Diagnosis.Wait.GAINING ? Diagnosis.lackOf(state, known) : null;
    return wait == null
        ? ""
        : DIAGNOSIS.of(wait) + (lack == null ? "" : " " + DIAGNOSIS.ofLack(lack, state));
  }
}
