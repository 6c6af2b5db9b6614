package io.github.unrolled.ui.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.teavm.jso.dom.events.KeyboardEvent;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * A row of tabs, each with its panel, by the ARIA pattern of tabs that open on focus: arrow keys,
 * Home and End walk through the tabs that are not hidden.
 */
public final class Tabs {
  private final List<HTMLElement> tabs = new ArrayList<>();
  private final List<HTMLElement> panels = new ArrayList<>();
  private final HTMLElement list = Dom.element("div", "tab-list");
  private final HTMLElement root;
  private final IntConsumer chosen;
  private int selected = -1;

  /**
   * Makes the tabs, none of them selected.
   *
   * @param name accessible name of the row
   * @param chosen called with the place of the tab that the reader has chosen
   */
  public Tabs(String name, List<String> labels, IntConsumer chosen) {
    this.chosen = chosen;
    list.setAttribute("role", "tablist");
    list.setAttribute("aria-label", name);
    root = Dom.element("div", "tabs", list);
    root.setAttribute("part", "tabs");
    for (int i = 0; i < labels.size(); i++) {
      add(labels.get(i), i);
    }
    Dom.on(list, "keydown", event -> onKey((KeyboardEvent) event));
  }

  private void add(String label, int place) {
    HTMLElement tab = Dom.button("tab", label, () -> choose(place));
    tab.setAttribute("role", "tab");
    tab.setAttribute("id", "tab-" + place);
    tab.setAttribute("aria-controls", "tab-panel-" + place);
    tab.setAttribute("aria-selected", "false");
    tab.setTabIndex(-1);
    tabs.add(tab);
    list.appendChild(tab);
    HTMLElement panel = Dom.element("div", "tab-panel");
    panel.setAttribute("role", "tabpanel");
    panel.setAttribute("id", "tab-panel-" + place);
    panel.setAttribute("aria-labelledby", "tab-" + place);
    panel.setHidden(true);
    panels.add(panel);
    root.appendChild(panel);
  }

  /** The row with its panels. */
  public HTMLElement root() {
    return root;
  }

  /** The panel of a tab, for its contents. */
  public HTMLElement panel(int place) {
    return panels.get(place);
  }

  /** The place of the selected tab; -1 for none. */
  public int selected() {
    return selected;
  }

  /** Whether a tab is hidden. */
  public boolean isHidden(int place) {
    return tabs.get(place).isHidden();
  }

  /** Hides a tab with its panel, or shows the tab again. */
  public void setHidden(int place, boolean hidden) {
    Dom.setHidden(tabs.get(place), hidden);
    Dom.setHidden(panels.get(place), hidden || place != selected);
  }

  /** Selects a tab without telling the listener; -1 for none. */
  public void select(int place) {
    selected = place;
    for (int i = 0; i < tabs.size(); i++) {
      boolean on = i == place;
      Dom.setAttribute(tabs.get(i), "aria-selected", on ? "true" : "false");
      tabs.get(i).setTabIndex(on ? 0 : -1);
      Dom.setHidden(panels.get(i), !on || isHidden(i));
    }
  }

  private void choose(int place) {
    select(place);
    chosen.accept(place);
  }

  private void onKey(KeyboardEvent event) {
    if (event.isCtrlKey() || event.isMetaKey() || event.isAltKey()) {
      return;
    }
    int next =
        switch (event.getKey()) {
          case "ArrowRight" -> shown(selected, 1);
          case "ArrowLeft" -> shown(selected, -1);
          case "Home" -> shown(-1, 1);
          case "End" -> shown(tabs.size(), -1);
          default -> -1;
        };
    if (next >= 0) {
      event.preventDefault();
      choose(next);
      tabs.get(next).focus();
    }
  }

  /** The next tab in a direction that is not hidden, around the ends. */
  private int shown(int from, int direction) {
    int place = from;
    for (int i = 0; i < tabs.size(); i++) {
      place = (place + direction + tabs.size()) % tabs.size();
      if (!isHidden(place)) {
        return place;
      }
    }
    return -1;
  }
}
