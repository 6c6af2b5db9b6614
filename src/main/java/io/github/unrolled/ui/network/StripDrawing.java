package io.github.unrolled.ui.network;

import io.github.unrolled.experiment.State;
import io.github.unrolled.insight.Arithmetic;
import io.github.unrolled.nn.CellNames;
import io.github.unrolled.nn.CellType;
import io.github.unrolled.nn.NetworkShape;
import io.github.unrolled.plot.StepColumns;
import io.github.unrolled.plot.StripLayout;
import io.github.unrolled.ui.kit.Canvas;
import io.github.unrolled.ui.kit.ShortText;
import org.jspecify.annotations.Nullable;

/**
 * Draws the unrolled network of many units: strips of cells, one arrow for all weights between two
 * strips, and the single weights of the cell pointed at.
 */
final class StripDrawing extends StepDrawing {
  /** Largest count of units for which the weights between two states are drawn one by one. */
  private static final int FEW = 3;

  /** Least height of a cell that contains a number. */
  private static final double MIN_NUMBER_HEIGHT = 15;

  /** Width of an arrow of many weights relative to an arrow of one weight. */
  private static final double BAND = 1.6;

  private final StripLayout layout;
  private final NetworkShape shape;
  private final Arithmetic arithmetic;
  private final ShortText stateTexts;
  private final ShortText cellStateTexts;
  private final double[] written;
  private final @Nullable String[] texts;

  private double recurrentWidth;
  private double inputWidth;
  private double outputWidth;

  /** Makes a drawing with one layout and theme. */
  StripDrawing(
      Canvas canvas,
      StripLayout layout,
      NetworkShape shape,
      UnrolledColors colors,
      StepNumbers numbers) {
    super(canvas, layout, colors, numbers);
    this.layout = layout;
    this.shape = shape;
    arithmetic = new Arithmetic(shape);
    int cells = layout.steps() * layout.units();
    canvas.font(NUMBER_WEIGHT, SMALL_SIZE);
    stateTexts = new ShortText(canvas, layout.stripWidth(0) - 2, cells);
    double room = layout.strips() > 1 ? layout.stripWidth(layout.strips() - 1) - 2 : 0;
    cellStateTexts = new ShortText(canvas, room, cells);
    written = new double[2 * cells];
    texts = new String[2 * cells];
  }

  private boolean isGated() {
    return shape.cell() != CellType.ELMAN;
  }

  private int units() {
    return layout.units();
  }

  /** Count of rows of the recurrent matrix. */
  private int rows() {
    return shape.cell().gateCount() * units();
  }

  /** The strip that shows a row of the matrices. */
  private int stripOf(int row) {
    return isGated() ? row / units() + 1 : 0;
  }

  @Override
  void drawBelow(int first, int last) {
    int rows = rows();
    inputWidth = width(0, rows);
    recurrentWidth = width(rows, rows * units());
    outputWidth = width(arithmetic.outputWeight(0), units());
    // The last column contains the start of the edge into the next column.
    for (int step = first; step <= Math.min(last + 1, layout.steps()); step++) {
      double x = layout.inputX(step);
      String color = tone(step).edge(0);
      drawArrow(x, inputTop(), x, stateBottom(), color, inputWidth);
      x = layout.stateX(step);
      drawArrow(x, stateTop(), x, outputBottom(), color, outputWidth);
      if (hasStateBefore(step) && !isGated() && units() <= FEW) {
        for (int row = 0; row < rows; row++) {
          drawRecurrentWeights(step, row, tone(step));
        }
      } else {
        double y = layout.hiddenY();
        drawArrow(edgeStart(step), y, layout.stateLeft(step), y, color, recurrentWidth);
      }
    }
  }

  /** Width of the arrow for many weights: that of their root mean square by unit, times BAND. */
  private double width(int from, int count) {
    double sum = 0;
    for (int i = from; i < from + count; i++) {
      double weight = parameters.get(i);
      sum += weight * weight;
    }
    return BAND * StepColumns.edgeWidth(Math.sqrt(sum * units() / count));
  }

  private void drawRecurrentWeights(int step, int row, UnrolledColors.Tone tone) {
    for (int unit = 0; unit < units(); unit++) {
      drawRecurrentWeight(step, row, unit, tone);
    }
  }

  /** Whether there are cells before a step: the zero state before the first has none. */
  private boolean hasStateBefore(int step) {
    return step > 1 || !numbers.startsAtZero();
  }

  private void drawRecurrentWeight(int step, int row, int unit, UnrolledColors.Tone tone) {
    if (hasStateBefore(step)) {
      drawWeight(
          edgeStart(step),
          layout.cellY(unit),
          layout.stripLeft(step, stripOf(row)),
          layout.cellY(row % units()),
          parameters.get(arithmetic.recurrentWeight(row, unit)),
          tone);
    }
  }

  private void drawInputWeight(int step, int row) {
    double half = layout.inputHalfSide();
    double x = layout.stripLeft(step, stripOf(row));
    double from = Math.max(layout.inputX(step) - half + 3, Math.min(layout.inputX(step), x - 4));
    double weight = parameters.get(arithmetic.inputWeight(row));
    drawWeight(from, inputTop(), x, layout.cellY(row % units()), weight, colors.now);
  }

  private void drawOutputWeight(int step, int unit) {
    double weight = parameters.get(arithmetic.outputWeight(unit));
    double x = layout.stripLeft(step, 0) + layout.stripWidth(0);
    drawWeight(x, layout.cellY(unit), layout.stateX(step) + 8, outputBottom(), weight, colors.now);
  }

  /** Draws a line that stands out from everything it crosses. */
  private void drawWeight(
      double fromX, double fromY, double toX, double toY, double weight, UnrolledColors.Tone tone) {
    double width = 0.7 * StepColumns.edgeWidth(weight);
    canvas.line(fromX, fromY, toX, toY, colors.palette.paper(), width + 1.5);
    if (weight < 0) {
      canvas.dashed(Math.max(3, 1.2 * width), 2.5);
    }
    canvas.line(fromX, fromY, toX, toY, tone.edge(weight), width);
    canvas.solid();
  }

  @Override
  void drawState(int step) {
    boolean now = step == cursor;
    UnrolledColors.Tone tone = tone(step);
    double top = layout.cellTop(0);
    double height = layout.cellTop(units()) - top;
    for (int strip = 0; strip < layout.strips(); strip++) {
      double left = layout.stripLeft(step, strip);
      double width = layout.stripWidth(strip);
      double scale = numbers.cellScale(strip);
      for (int unit = 0; unit < units(); unit++) {
        double share = numbers.cell(strip, step, unit) / scale;
        // A small overlap keeps the background from showing between the cells.
        double cellHeight = layout.cellHeight() + (unit < units() - 1 ? 0.5 : 0);
        canvas.fillRect(left, layout.cellTop(unit), width, cellHeight, tone.nodes().fill(share));
      }
      canvas.startPath();
      for (int unit = 1; unit < units() && layout.cellHeight() > 10; unit++) {
        canvas.moveTo(left, layout.cellTop(unit));
        canvas.lineTo(left + width, layout.cellTop(unit));
      }
      canvas.stroke(colors.palette.paper(), 1);
      canvas.roundedRect(left, top, width, height, 2);
      canvas.stroke(tone.outline(), now ? 2 : 1);
      drawNumbers(step, strip, tone);
      drawLetter(step, strip);
    }
  }

  private void drawLetter(int step, int strip) {
    if (strip > 0) {
      String letter = CellNames.letter(shape.cell(), strip);
      double x = layout.stripLeft(step, strip) + layout.stripWidth(strip) / 2;
      canvas.font(TEXT_WEIGHT, SMALL_SIZE);
      canvas.textCentered(letter, x, layout.cellTop(0) - 8, tone(step).text());
    }
  }

  private void drawNumbers(int step, int strip, UnrolledColors.Tone tone) {
    boolean state = strip == 0;
    if (layout.cellHeight() < MIN_NUMBER_HEIGHT || (!state && strip <= shape.cell().gateCount())) {
      return;
    }
    canvas.font(step > cursor ? TEXT_WEIGHT : NUMBER_WEIGHT, SMALL_SIZE);
    double x = layout.stripLeft(step, strip) + layout.stripWidth(strip) / 2;
    for (int unit = 0; unit < units(); unit++) {
      double value = numbers.cell(strip, step, unit);
      int slot = (step - 1) * units() + unit;
      int place = 2 * slot + (state ? 0 : 1);
      String text = texts[place];
      if (text == null || written[place] != value) {
        text = (state ? stateTexts : cellStateTexts).hundredths(slot, value);
        texts[place] = text;
        written[place] = value;
      }
      String ink = tone.nodes().ink(value / numbers.cellScale(strip));
      canvas.textCentered(text, x, layout.cellY(unit) + 0.5, ink);
    }
  }

  @Override
  double startScale() {
    return numbers.cellScale(0);
  }

  @Override
  double drawStartState(double x, UnrolledColors.Tone tone) {
    if (units() == 1 || numbers.startsAtZero()) {
      return super.drawStartState(x, tone);
    }
    double left = x - layout.startRadius();
    double width = 2 * layout.startRadius();
    double top = layout.cellTop(0);
    for (int unit = 0; unit < units(); unit++) {
      double share = numbers.cell(0, 0, unit) / startScale();
      double height = layout.cellHeight() + (unit < units() - 1 ? 0.5 : 0);
      canvas.fillRect(left, layout.cellTop(unit), width, height, tone.nodes().fill(share));
    }
    canvas.roundedRect(left, top, width, layout.cellTop(units()) - top, 2);
    canvas.stroke(tone.outline(), 1);
    return top;
  }

  @Override
  void drawAbove(State state, int first, int last) {
    if (pointedParameter >= 0) {
      Arithmetic.Place place = arithmetic.placeOf(pointedParameter);
      for (int step = first; step <= Math.min(last + 1, layout.steps()); step++) {
        drawPlace(step, place);
      }
    }
    int step = state.focusStep();
    if (state.pointed().unit() >= 0 && step > 0) {
      drawOrigin(step, state.pointed().strip(), state.pointed().unit());
    }
  }

  /** Marks the place of the parameter pointed at. */
  private void drawPlace(int step, Arithmetic.Place place) {
    int source = place.source();
    if (place.row() >= 0) {
      if (source == Arithmetic.INPUT) {
        drawInputWeight(step, place.row());
      } else if (source >= 0) {
        drawRecurrentWeight(step, place.row(), source, colors.now);
      }
      outline(step, stripOf(place.row()), place.row() % units());
    } else if (source >= 0) {
      drawOutputWeight(step, source);
      outline(step, 0, source);
    } else {
      canvas.circle(layout.stateX(step), layout.outputY(), layout.ringRadius() + 2);
      canvas.stroke(colors.palette.accent(), 2);
    }
  }

  /** Marks the numbers from which a cell's number is computed. */
  private void drawOrigin(int step, int strip, int unit) {
    int gates = shape.cell().gateCount();
    boolean remembers = shape.memory() && hasStateBefore(step);
    if (!isGated() || (strip > 0 && strip <= gates)) {
      int row = isGated() ? (strip - 1) * units() + unit : unit;
      drawInputWeight(step, row);
      if (remembers) {
        drawRecurrentWeights(step, row, colors.now);
      }
    } else if (shape.cell() == CellType.GRU) {
      outline(step, 2, unit);
      outline(step, 3, unit);
      if (remembers) {
        outline(step - 1, 0, unit);
      }
    } else if (strip == 0) {
      outline(step, gates, unit);
      outline(step, gates + 1, unit);
    } else {
      for (int gate = 1; gate < gates; gate++) {
        outline(step, gate, unit);
      }
      if (remembers && step > 1) {
        outline(step - 1, strip, unit);
      }
    }
    outline(step, isGated() ? strip : 0, unit);
    // The cell itself stands out from its sources.
    double width = layout.stripWidth(isGated() ? strip : 0);
    double left = layout.stripLeft(step, isGated() ? strip : 0);
    canvas.roundedRect(left - 4, layout.cellTop(unit) - 4, width + 8, layout.cellHeight() + 8, 4);
    canvas.stroke(colors.palette.accent(), 2);
  }

  private void outline(int step, int strip, int unit) {
    boolean start = step == 0;
    double width = start ? 2 * layout.startRadius() : layout.stripWidth(strip);
    double left = start ? layout.startX() - layout.startRadius() : layout.stripLeft(step, strip);
    canvas.roundedRect(left - 1, layout.cellTop(unit) - 1, width + 2, layout.cellHeight() + 2, 2);
    canvas.stroke(colors.palette.paper(), 4);
    canvas.stroke(colors.palette.ink(), 2);
  }
}
