package io.github.unrolled.ui.chart;

/**
 * The axes of a line chart.
 *
 * @param across what the x axis counts in
 * @param tickWidth room for a label of the x axis, in CSS pixels
 * @param up what the y axis counts in
 * @param tickDistance room for a label of the y axis, in CSS pixels
 * @param rightMargin free space on the right for half a label, in CSS pixels
 */
public record LineAxes(Ticks across, int tickWidth, Ticks up, int tickDistance, int rightMargin) {}
