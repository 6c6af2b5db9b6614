"use strict";
// Runs before the first paint, so that a chosen theme does not flash in late.
{
  document.documentElement.classList.add("js");
  try {
    const chosen = localStorage.getItem("unrolled-theme");
    if (chosen === "light" || chosen === "dark") {
      document.documentElement.dataset.theme = chosen;
    }
  } catch {
    // Storage may be forbidden; then the page follows the system.
  }
}
