"use strict";
{
  const root = document.documentElement;
  const playground = document.getElementById("playground");
  const bar = document.querySelector(".bar");
  const said = bar.querySelector("[role=status]");
  const [back, close] = bar.querySelectorAll("button");

  // Theme: auto, light, dark ---------------------------------------------------------------------

  const THEMES = ["auto", "light", "dark"];
  const themeButton = document.querySelector("button.theme");

  function showTheme(theme) {
    if (theme === "auto") {
      delete root.dataset.theme;
    } else {
      root.dataset.theme = theme;
    }
    playground.setAttribute("theme", theme);
    themeButton.textContent = `Theme: ${theme}`;
  }

  themeButton.hidden = false;
  // A link can bring a theme of its own, which the element has by now.
  showTheme(playground.getAttribute("theme") ?? root.dataset.theme ?? "auto");
  new MutationObserver(() => {
    const theme = playground.getAttribute("theme");
    if (theme !== (root.dataset.theme ?? "auto")) {
      showTheme(theme);
    }
  }).observe(playground, { attributeFilter: ["theme"] });
  themeButton.addEventListener("click", () => {
    const now = THEMES.indexOf(root.dataset.theme ?? "auto");
    const next = THEMES[(now + 1) % THEMES.length];
    showTheme(next);
    try {
      localStorage.setItem("unrolled-theme", next);
    } catch {
      // Not remembered, but it holds for this visit.
    }
  });

  // Handles: links whose data-run is what the playground runs ---------------------------------------

  function isInView(element) {
    const { top, bottom, height } = element.getBoundingClientRect();
    const shown = Math.min(bottom, innerHeight) - Math.max(top, 0);
    return shown >= 0.6 * Math.min(height, innerHeight);
  }

  function showBar(visible) {
    bar.hidden = !visible;
    root.classList.toggle("with-bar", visible);
  }

  // What scrolls beneath a pointer that rests is not pointed at.
  function rest() {
    const wake = (event) => {
      if (event.type === "pointerdown" || event.movementX !== 0 || event.movementY !== 0) {
        playground.style.pointerEvents = "";
        removeEventListener("pointermove", wake);
        removeEventListener("pointerdown", wake);
      }
    };
    playground.style.pointerEvents = "none";
    addEventListener("pointermove", wake);
    addEventListener("pointerdown", wake);
  }

  let origin = null;

  function run(event) {
    const handle = event.target.closest("a.handle");
    const withModifier = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
    // Without the element the link is what it says: a way to its place.
    if (!handle || withModifier || typeof playground.run !== "function") {
      return;
    }
    event.preventDefault();
    const text = handle.dataset.run;
    const done = playground.run(text);

    origin = handle;
    showBar(true);
    said.textContent = done;
    if (matchMedia("(hover: hover)").matches) {
      rest();
    }
    if (event.detail === 0) {
      // By keyboard, the way back is where the next key acts.
      back.focus({ preventScroll: true });
    }
    // What it shows it has brought into sight.
    if (!text.includes("show=") && !isInView(playground)) {
      const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
      playground.scrollIntoView({ behavior: calm ? "instant" : "smooth", block: "start" });
    }
  }

  document.getElementById("article").addEventListener("click", run);

  // At once, and again: sections have their true heights only when they are near, and move the place.
  function center(element, times) {
    element.scrollIntoView({ behavior: "instant", block: "center" });
    if (times > 1) {
      requestAnimationFrame(() => center(element, times - 1));
    }
  }

  back.addEventListener("click", () => {
    showBar(false);
    center(origin, 4);
    origin.focus({ preventScroll: true });
  });

  function dismiss() {
    if (bar.contains(document.activeElement)) {
      origin.focus({ preventScroll: true });
    }
    showBar(false);
  }

  close.addEventListener("click", dismiss);

  // In a field Escape has a meaning of its own.
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !bar.hidden && !event.composedPath()[0].closest("input, select, textarea, dialog")) {
      dismiss();
    }
  });
}
