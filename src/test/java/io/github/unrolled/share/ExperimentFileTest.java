package io.github.unrolled.share;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unrolled.experiment.Attributes;
import io.github.unrolled.experiment.Change;
import io.github.unrolled.experiment.Command;
import io.github.unrolled.experiment.Experiment;
import io.github.unrolled.experiment.Instrument;
import io.github.unrolled.experiment.Part;
import io.github.unrolled.experiment.Parts;
import io.github.unrolled.experiment.RandomEvents;
import io.github.unrolled.experiment.Setting;
import io.github.unrolled.experiment.Store;
import io.github.unrolled.math.JvmDecimals;
import io.github.unrolled.math.Numbers;
import io.github.unrolled.nn.CellType;
import io.github.unrolled.task.Scaling;
import io.github.unrolled.task.Task;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file restores what it was made from, to the bit, and no content breaks anything. */
class ExperimentFileTest {
  private final ExperimentFile file = new ExperimentFile(new JvmDecimals());

  private Shared read(String json) {
    Map<String, String> fields = JsonFields.of(json);
    assertNotNull(fields, json);
    return file.read(JsonFields.texts(fields));
  }

  @Test
  void anyExperimentComesBackToTheBit() {
    int files = 0;
    for (int seed = 200; seed < 260; seed++) {
      RandomEvents events = new RandomEvents(seed);
      Store store = LinkTest.store();
      for (int i = 0; i < 60; i++) {
        store.dispatch(events.next());
        if (i % 6 == 5) {
          Shared made = LinkTest.shared(store);
          assertTrue(LinkTest.allFinite(made.weights()), "no weight ever overflows");
          String json = file.write(made);
          assertEquals(made, read(json), json);
          assertEquals(json, file.write(read(json)));
          files++;
        }
      }
    }
    assertEquals(600, files);
  }

  @Test
  void aFileSaysAllInLinesThatPeopleCanEdit() {
    Store store =
        LinkTest.store(
            new Change.TaskChosen(Task.CUSTOM),
            new Change.OwnNumbersEntered(Numbers.of(1, -2.5, 1e21, -0.0)),
            new Change.CellChosen(CellType.ELMAN),
            new Change.HiddenSizeChanged(1),
            new Change.ScalingChosen(Scaling.NORMALIZED),
            new Change.LearningRateChanged(1e-6),
            new Change.StepChosen(2),
            new Command.InstrumentSwitched(Instrument.CLIPPING, true),
            new Command.InstrumentSwitched(Instrument.LOSS_LANDSCAPE, true),
            new Command.ControlsChosen(new Parts(0).with(Part.RUN, true).with(Part.WEIGHTS, true)));
    assertEquals(
        """
        {
          "unrolled": 1,
          "task": "custom",
          "numbers": [1, -2.5, 1e21, -0],
          "length": 8,
          "delay": 3,
          "train-steps": 3,
          "scaling": "normalized",
          "cell": "elman",
          "hidden-units": 1,
          "activation": "tanh",
          "memory": "on",
          "optimizer": "sgd",
          "learning-rate": 0.000001,
          "clipping": "element-wise",
          "clip-limit": 5,
          "window": "all",
          "seed": 1,
          "start-weights": "default",
          "start-state": [0],
          "speed": 250,
          "step": 2,
          "takeover": 0,
          "start": [1, 0.5, 0, 1, 0],
          "instruments": ["loss-landscape", "clipping"],
          "controls": ["run", "weights"],
          "panels": "all",
          "theme": "auto"
        }
        """,
        file.write(LinkTest.shared(store)));
  }

  @Test
  void everySettingIsThereAndAfterTrainingTheWeightsToo() {
    List<String> names = new ArrayList<>();
    for (Setting setting : Setting.values()) {
      names.add(Attributes.nameOf(setting));
    }
    Shared made = LinkTest.shared(LinkTest.store(new Command.EpochsRequested(7)));
    Map<String, String> fields = JsonFields.of(file.write(made));
    assertNotNull(fields);
    assertTrue(fields.keySet().containsAll(names), fields.keySet().toString());
    assertEquals("7", fields.get("epoch"));
    assertTrue(fields.containsKey("weights"));
  }

  @Test
  void theLargestIsRead() {
    Store store =
        LinkTest.store(
            new Change.TaskChosen(Task.CUSTOM),
            new Change.OwnNumbersEntered(
                Numbers.of(new Random(1).doubles(500, -1e-200, 1e-200).toArray())),
            new Change.CellChosen(CellType.LSTM),
            new Change.HiddenSizeChanged(32),
            new Command.EpochsRequested(2));
    Shared made = LinkTest.shared(store);
    String json = file.write(made);
    assertTrue(2 * json.length() <= ExperimentFile.MOST_LETTERS, json.length() + "");
    assertEquals(made, read(json));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'unrolled': 1, 'task': 'tango', 'step': 2 | task",
        "'unrolled': 1, 'task': null, 'step': 2 | task",
        "'unrolled': 1, 'task': {'task': 'sine'}, 'step': 2 | task",
        "'unrolled': 1, 'step': 9 | step",
        "'unrolled': 1, 'hidden-units': 33, 'step': 2 | hidden-units",
        "'unrolled': 1, 'hidden-units': 1e999, 'step': 2 | hidden-units",
        "'unrolled': 1, 'memory': true, 'step': 2 | memory",
        "'unrolled': 1, 'numbers': [1, null, 2, 3], 'step': 2 | numbers",
        "'unrolled': 1, 'numbers': [1, 2, 3, []], 'step': 2 | numbers",
        "'unrolled': 1, 'numbers': [1, 2], 'step': 2 | numbers",
        "'unrolled': 1, 'start': [1, 0.5, 0, 1] | start",
        "'unrolled': 1, 'start': [1, 0.5, 0, 1, 0, 0] | start",
        "'unrolled': 1, 'start': [1, 0.5, 0, 1, 2e6] | start",
        "'unrolled': 1, 'start': [1, 0.5, 0, 1, 'x'] | start",
        "'unrolled': 1, 'start': [] | start",
        "'unrolled': 1, 'weights': [1, 2], 'epoch': 5 | weights,epoch",
        "'unrolled': 1, 'weights': [1, 0.5, 0, 1, 0] | weights",
        "'unrolled': 1, 'weights': [1, 0.5, 0, 1, 0], 'epoch': 1.5 | epoch,weights",
        "'unrolled': 1, 'epoch': 5 | epoch",
        "'unrolled': 1, 'theme': 'pink' | theme",
        "'unrolled': 1, 'instruments': ['clipping', 'sofa'] | instruments",
        "'unrolled': 1, 'colour': 'red', 'step': 2 | colour",
        "'unrolled': 2, 'step': 2 | unrolled (expected 1, got 2)",
        "'unrolled': '1.0', 'step': 2 | unrolled (expected 1, got 1.0)",
        "'step': 2 | unrolled (expected 1, got none)",
      })
  void whatCannotBeReadIsNamedAndTheRestCounts(String fields, String names) {
    Shared read = read("{" + fields.replace('\'', '"') + "}");
    assertEquals(List.of(names.split(",(?! )", -1)), read.ignored());
    assertEquals(fields.contains("'step': 2") ? 2 : 0, read.experiment().cursor());
  }

  @Test
  void whatPeopleWriteByHandIsRead() {
    Shared read =
        read(
            "{\"unrolled\": 1, \"task\": \"custom\", \"numbers\": \"1; 2 3\", \"step\": \"2\","
                + " \"window\": 3, \"theme\": \"dark\", \"instruments\": \"clipping\"}");
    assertEquals(List.of(), read.ignored());
    assertEquals(Numbers.of(1, 2, 3), read.experiment().data().own());
    assertEquals(2, read.experiment().cursor());
    assertEquals(3, read.experiment().training().window());
    assertEquals("dark", read.theme());
    assertTrue(read.instruments().has(Instrument.CLIPPING));
    Shared nothing = read("{}");
    assertEquals(List.of(), nothing.ignored());
    assertEquals(Experiment.initial(), nothing.experiment());
  }

  @Test
  void whatIsTooLongIsNotLookedAt() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("unrolled", "1");
    fields.put("step", "2");
    fields.put("weights", "1,".repeat(250_000));
    Shared read = file.read(JsonFields.texts(fields));
    assertEquals(List.of("everything: longer than 500000 characters"), read.ignored());
    assertEquals(Experiment.initial(), read.experiment());
  }

  @Test
  void whatIsIgnoredIsToldInAFewWords() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("unrolled", "1");
    for (int i = 0; i < 2_000; i++) {
      fields.put("x".repeat(100) + i, "");
    }
    Shared read = file.read(JsonFields.texts(fields));
    assertEquals(Fields.MOST, read.ignored().size());
    assertEquals("everything after the first 64 fields", read.ignored().get(0));
    for (String name : read.ignored()) {
      assertTrue(name.length() <= 40, name);
    }
    assertEquals(2_001, fields.size(), "what is read is not modified");
  }
}
