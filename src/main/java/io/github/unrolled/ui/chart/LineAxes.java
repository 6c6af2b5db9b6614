package io.github.unrolled.ui.chart;

/**
 * The axes of a line chart.
 *
 * @param across ticks of the x axis
 * @param tickWidth room for a label of the x axis, in CSS pixels
 * @param up ticks of the y axis
 * @param tickDistance room for a label of the y axis, in CSS pixels
 * @param rightMargin free space on the right for half a label, in CSS pixels
 */
public record LineAxes(Ticks across, int tickWidth, Ticks up, int tickDistance, int rightMargin) {}
