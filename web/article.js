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
  // A link can carry its own theme, which the element has taken on by now.
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
      // The theme is not remembered, but holds for this visit.
    }
  });

  // Handles: links whose data-run the playground carries out ----------------------------------------

  function isInView(element) {
    const { top, bottom, height } = element.getBoundingClientRect();
    const shown = Math.min(bottom, innerHeight) - Math.max(top, 0);
    return shown >= 0.6 * Math.min(height, innerHeight);
  }

  function showBar(visible) {
    bar.hidden = !visible;
    root.classList.toggle("with-bar", visible);
  }

  // Until the pointer moves, whatever scrolls beneath it does not count as pointed at.
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
    // Without the element the link is an ordinary one and leads to the playground.
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
      // After a key press, the next key should act on the way back.
      back.focus({ preventScroll: true });
    }
    // With show= the playground has already scrolled to what it shows.
    if (!text.includes("show=") && !isInView(playground)) {
      const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
      playground.scrollIntoView({ behavior: calm ? "instant" : "smooth", block: "start" });
    }
  }

  document.getElementById("article").addEventListener("click", run);

  // Repeated, because sections get their true heights only when they are near, which moves the target.
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

  // Inside a field Escape has its own meaning.
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !bar.hidden && !event.composedPath()[0].closest("input, select, textarea, dialog")) {
      dismiss();
    }
  });
}
