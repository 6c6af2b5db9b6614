package io.github.unrolled.ui.words;

import org.jspecify.annotations.Nullable;

/** The terms that a beginner may lack, each explained in two sentences. */
public enum Glossary {
  // What the network is.
  TIME_STEP(
      "A time step is one turn of the network: it reads one input, updates its state and gives one"
          + " output. All steps use the same weights."),
  UNROLLED(
      "Unrolled means that the network is drawn once for each time step, side by side. It is one and"
          + " the same network: all columns share their weights."),
  HIDDEN_STATE(
      "The hidden state is what the network carries from one time step to the next. It is all that"
          + " the network knows of the past."),
  HIDDEN_UNIT(
      "A hidden unit holds one number of the hidden state. More units give the network more room to"
          + " remember and to calculate."),
  PARAMETER(
      "A parameter is a number that training may change: a weight or a bias. A plain network of one"
          + " unit has five of them."),
  WEIGHT(
      "A weight is a number that says how strongly one value counts for another. It is the same at"
          + " every time step."),
  HIDDEN_WEIGHT(
      "The hidden weight, also called recurrent weight, says how strongly the last state counts for"
          + " the next one. Every step applies it again, which decides whether the past fades, lasts"
          + " or explodes."),
  BIAS(
      "A bias is a number that is added at every step, whatever the input is. It shifts a sum up or"
          + " down."),
  PRE_ACTIVATION(
      "The pre-activation is the sum of weighted input, weighted state and bias. The activation"
          + " function turns it into the new state."),
  ACTIVATION(
      "The activation function bends the sum of weighted input, weighted state and bias into the new"
          + " state. Its slope also scales the gradient on the way back."),
  SATURATION(
      "A unit is saturated when its activation is so close to a limit that its slope is almost 0. It"
          + " then hardly reacts, and hardly any gradient gets through."),
  DEAD_UNIT(
      "A dead unit gives 0 at every step, where its slope is 0, too. No gradient reaches its weights,"
          + " so training alone cannot revive it."),
  CELL(
      "The cell is the rule that makes the next state from the input and the last state. Elman is the"
          + " plain one; GRU and LSTM have gates."),
  GATE(
      "A gate is a factor between 0 and 1 that the network computes anew at every step. Near 0 it"
          + " holds something back, near 1 it lets it through."),
  GRU(
      "A GRU is a cell with two gates: one decides how much of the old state stays, the other how much"
          + " of it counts for its replacement. So it can hold a value over many steps."),
  LSTM(
      "An LSTM is a cell with three gates and a second state, which changes only by scaling and"
          + " adding. So values and gradients can last over many steps."),
  CELL_STATE(
      "The cell state is the second, inner state of an LSTM. Gates decide what is forgotten from it,"
          + " added to it and shown of it."),
  FIXED_POINT(
      "A fixed point is a state that a step leads back to itself while the input stays the same. A"
          + " stable one draws nearby states in, an unstable one pushes them away."),

  // What it is given and asked.
  TARGET(
      "The target is the output that is expected at a step. For a sequence it is simply the next"
          + " value."),
  NORMALIZED(
      "Normalized values are shifted and scaled to a range from −1 to 1. The network then sees these"
          + " values, and the loss is counted in their units."),
  TEST_STEPS(
      "Test steps come after those that train, and never change a weight. The loss on them shows"
          + " whether the network found a rule or learnt its examples by heart."),
  TEACHER_FORCING(
      "Teacher forcing gives the network the true value as its input at every step, even after a wrong"
          + " output. In free running it gets its own output instead."),
  FREE_RUNNING(
      "In free running the network gets its own last output as the next input, and so goes on by"
          + " itself. Small errors can then grow, which a good loss one step ahead does not show."),
  TAKEOVER(
      "The takeover step is the last one at which the network is given its input. From then on it gets"
          + " its own outputs."),
  SEED(
      "The seed is the number that decides everything random here. The same settings with the same"
          + " seed give the same run, to the last digit."),

  // How it is trained.
  LOSS(
      "The loss says in one number how wrong the outputs are: the mean of their squared errors."
          + " Training tries to make it small; 0 is perfect."),
  EPOCH(
      "An epoch is one pass over all training steps, followed by one update of all weights. Its work"
          + " counts 3: forward, backward, update."),
  GRADIENT(
      "The gradient says for each weight how fast the loss would grow with it. Training moves each"
          + " weight the other way."),
  GRADIENT_NORM(
      "The gradient norm is the length of the whole gradient before clipping: the root of the sum of"
          + " its squares. Near 0 the loss is almost flat here; if it is very large, a step may go much"
          + " too far."),
  BPTT(
      "Backpropagation through time (BPTT) runs the network forward over all steps, then sends the"
          + " error back from the last step to the first. What all steps contribute to the gradient"
          + " of a weight is added up."),
  BPTT_WINDOW(
      "The BPTT window cuts the sequence into stretches of so many steps, and no error goes back from"
          + " one stretch into the one before. The state still crosses these cuts, but training does"
          + " not see what it carried."),
  VANISHING_GRADIENT(
      "The gradient vanishes when each step back in time shrinks it, until hardly any reaches early"
          + " steps. Training then hardly notices what happened long ago."),
  EXPLODING_GRADIENT(
      "The gradient explodes when each step back in time enlarges it, until it is huge. A single"
          + " update can then throw the weights far away."),
  CLIPPING(
      "Clipping cuts a gradient that is too large before it changes the weights. It tames explosions,"
          + " but cannot bring back a gradient that has vanished."),
  LEARNING_RATE(
      "The learning rate says how far a gradient moves the weights. If it is too small, learning takes"
          + " very long; if it is too large, the steps overshoot."),
  OPTIMIZER(
      "The optimizer is the rule that turns gradients into changes of the weights. SGD uses each"
          + " gradient as it is; the others also remember earlier ones."),
  SGD(
      "SGD, gradient descent, moves each weight against its gradient, by the learning rate times its"
          + " size. The S stands for stochastic, but here every epoch uses all training steps, so"
          + " nothing is random."),
  MOMENTUM(
      "Momentum keeps a fading sum of all gradients so far and moves along it. Steps that agree add"
          + " up, and steps that alternate cancel out."),
  RMSPROP(
      "RMSProp divides each part of the gradient by its recent size. So all weights move at a similar"
          + " pace, however steep the loss is along each."),
  ADAM(
      "Adam combines momentum with a division by the recent size of each part of the gradient. Its"
          + " steps hardly depend on the scale of the loss."),
  RANDOM_SEARCH(
      "Random search draws all weights at random, again and again, and keeps the best draw so far. It"
          + " shows what training has to beat at equal work."),
  WORK(
      "Work counts what a method has computed: a forward pass is 1, an epoch of BPTT is 3, a random try"
          + " is 1. It lets you compare both methods at equal cost."),
  DIVERGENCE(
      "Training diverges when its numbers grow until they overflow. The page then stops, puts the last"
          + " finite weights back and says what overflowed."),
  CHECKPOINT(
      "A checkpoint is the network as it was after some epoch, kept so that you can return to it. The"
          + " longer a run, the farther apart its checkpoints are."),
  TIMELINE(
      "The timeline goes back to the network as it was after earlier epochs, and every view goes with"
          + " it. You can train on from any place on it."),

  // What its results are worth.
  RUNG(
      "A rung is a horizontal line in the loss chart: what a simple rule without memory reaches. Rungs"
          + " tell what a loss is worth."),
  MEAN_RUNG(
      "This rung is the loss of always answering with the mean of the targets. A network above it does"
          + " worse than a rule that ignores its inputs."),
  COPY_RUNG(
      "This rung is the loss of answering with the input itself. Where values change slowly, it is hard"
          + " to beat."),
  LINE_RUNG(
      "This rung is the loss of the best straight line from the present input to the target, without"
          + " any memory. Only a loss clearly below it can be a sign that the network remembers."),
  MEMORY_OFF(
      "With memory off, nothing is carried from step to step: the recurrent weights are held at 0. How"
          + " much worse the loss then gets shows what memory is worth."),
  GHOST(
      "A ghost is an earlier run that stays on the loss chart for comparison. Up to four stay; a fifth"
          + " replaces the oldest."),
  SCALE(
      "Scale means that the outputs cannot get as far as the targets, because states are bounded and"
          + " the output weights too small. Normalizing the inputs is the usual remedy."),
  OPTIMIZATION(
      "Optimization means that this network could do better, but training does not find the weights"
          + " for it. New weights, another learning rate or another optimizer may help."),
  CAPACITY(
      "Capacity means that this network cannot do the task, however long it trains. More units or"
          + " another kind of unit may help; more epochs will not.");

  private final String text;

  Glossary(String text) {
    this.text = text;
  }

  /** The term's name in the attribute {@code data-term}, such as {@code gradient-norm}. */
  public String key() {
    String written = name();
    StringBuilder key = new StringBuilder();
    for (int i = 0; i < written.length(); i++) {
      char c = written.charAt(i);
      key.append(c == '_' ? '-' : (char) (c - 'A' + 'a'));
    }
    return key.toString();
  }

  /** The explanation. */
  public String text() {
    return text;
  }

  /** The explanation of the term with a key; null if there is none. */
  public static @Nullable String explain(String key) {
    for (Glossary term : values()) {
      if (term.key().equals(key)) {
        return term.text;
      }
    }
    return null;
  }
}
