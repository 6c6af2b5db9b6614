"use strict";
// The theme: auto, light or dark. Runs before the first paint, so that a chosen theme does not flash in late.
{
  const THEMES = ["auto", "light", "dark"];
  const root = document.documentElement;

  try {
    const chosen = localStorage.getItem("unrolled-theme");
    if (chosen === "light" || chosen === "dark") {
      root.dataset.theme = chosen;
    }
  } catch {
    // Storage may be forbidden; then the page follows the system.
  }

  // After the scripts that wait for the page: a link can carry its own theme, which the element has taken on by then.
  addEventListener("DOMContentLoaded", () => {
    // The script of the playground has not come: the text is all there is.
    if (!customElements.get("rnn-playground")) {
      root.classList.add("text-only");
      return;
    }
    const playground = document.getElementById("playground");
    const button = document.querySelector("button.theme");

    function show(theme) {
      if (theme === "auto") {
        delete root.dataset.theme;
      } else {
        root.dataset.theme = theme;
      }
      playground.setAttribute("theme", theme);
      button.title = `Theme: ${theme}`;
      button.setAttribute("aria-label", button.title);
    }

    button.hidden = false;
    show(playground.getAttribute("theme") ?? root.dataset.theme ?? "auto");
    new MutationObserver(() => {
      const theme = playground.getAttribute("theme");
      if (theme !== (root.dataset.theme ?? "auto")) {
        show(theme);
      }
    }).observe(playground, { attributeFilter: ["theme"] });
    button.addEventListener("click", () => {
      const now = THEMES.indexOf(root.dataset.theme ?? "auto");
      const next = THEMES[(now + 1) % THEMES.length];
      show(next);
      try {
        localStorage.setItem("unrolled-theme", next);
      } catch {
        // The theme is not remembered, but holds for this visit.
      }
    });
  });
}
