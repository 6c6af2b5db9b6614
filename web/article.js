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

  // Handles: links whose data-run is a list of steps for the playground ---------------------------
  //   name=value   sets that attribute        train=500   calls that method with a number
  //   name         calls that method          fresh       stands for the steps below
  //   show=name    opens an instrument and brings it into sight, or the timeline

  // Another task brings a network, a training and a length of its own, and ends all comparison with an earlier run.
  // The weights come late: another seed draws new ones.
  const FRESH = (
    "reset task=custom task=fibonacci delay=3 scaling=normalized cell=elman hidden-units=1 activation=tanh memory=on" +
    " optimizer=sgd learning-rate=0.01 clipping=element-wise clip-limit=5 window=all seed=1 start-weights=default" +
    " speed=250 input-weight=1 hidden-weight=0.5 output-weight=1 hidden-bias=0 output-bias=0 takeover=0"
  ).split(" ");

  const METHODS = {
    train: (count) => (count ? `${count} ${count === "1" ? "epoch" : "epochs"} trained` : "training"),
    search: () => "searching at random",
    pause: () => "paused",
    reset: () => "rewound",
    exactSolution: () => "exact solution set",
    step: () => "one step on",
    stepBack: () => "one step back",
    show: (name) => `${name.replaceAll("-", " ")} ${name === "timeline" ? "shown" : "opened"}`,
  };

  // What the playground calls its settings; of those that are not here, the attribute's name will do.
  const LABELS = {
    task: (task) => capital(task.replace("-", " ")),
    numbers: (list) => `${list.split(",").slice(0, 3).join(", ")}, …`,
    length: (steps) => `${steps} steps`,
    "train-steps": (steps, all) => `train on ${steps}${all.length ? ` of ${all.length}` : ""} steps`,
    scaling: (units) => `${units} values`,
    cell: (cell) => (cell === "elman" ? "Elman" : cell.toUpperCase()),
    "hidden-units": (units) => `${units} hidden ${units === "1" ? "unit" : "units"}`,
    activation: (name) => (name === "relu" ? "ReLU" : name),
    optimizer: (name) => ({ rmsprop: "RMSProp" })[name] ?? capital(name),
    clipping: (kind) => (kind === "off" ? "clipping off" : `${kind.replace("-", " ")} clipping`),
    window: (steps) => `BPTT window ${steps}`,
    takeover: (step) => `free running from step ${step}`,
  };

  function parse(token) {
    const at = token.indexOf("=");
    return at < 0 ? [token] : [token.slice(0, at), token.slice(at + 1)];
  }

  function isCall([name, value]) {
    return name in METHODS && (name !== "step" || value === undefined);
  }

  function apply(step) {
    const [name, value] = step;
    if (!isCall(step)) {
      playground.setAttribute(name, value);
    } else if (value === undefined) {
      playground[name]();
    } else {
      playground[name](name === "show" ? value : Number(value));
    }
  }

  const capital = (text) => text[0].toUpperCase() + text.slice(1);
  const isWeight = ([name]) => /-(weight|bias)$/.test(name);

  function describe(step, all) {
    const [name, value] = step;
    const words = isCall(step) ? METHODS[name](value) : LABELS[name]?.(value, all);
    const number = Number(value);
    return (words ?? `${name.replace("-", " ")} ${Number.isNaN(number) ? value : Number(number.toPrecision(3))}`)
      .replace(/-(?=\d)/, "−");
  }

  function say(steps, isFresh) {
    const all = Object.fromEntries(steps);
    const weights = steps.filter(isWeight);
    const parts = steps
      .filter((step) => weights.length < 3 || !isWeight(step))
      // A task brings a network of its own, so that then the start values need to be said.
      .filter((step) => !isFresh || all.task || !FRESH.includes(step.join("=")))
      .filter(([name]) => !(name === "length" && all["train-steps"]) && !(name === "task" && all.numbers))
      .map((step) => describe(step, all));
    if (isFresh && !all.task) {
      parts.unshift("start values");
    }
    if (weights.length > 2) {
      parts.push(`${weights.length} weights set`);
    }
    return `${capital(parts.join(", "))}.`;
  }

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
    if (!handle || withModifier || typeof playground.train !== "function") {
      return;
    }
    event.preventDefault();
    const tokens = handle.dataset.run.trim().split(/\s+/);
    const isFresh = tokens[0] === "fresh";
    const steps = tokens.slice(isFresh ? 1 : 0).map(parse);
    if (isFresh) {
      FRESH.map(parse).forEach(apply);
    }
    steps.forEach(apply);

    origin = handle;
    showBar(true);
    said.textContent = say(steps, isFresh);
    if (matchMedia("(hover: hover)").matches) {
      rest();
    }
    if (event.detail === 0) {
      // By keyboard, the way back is where the next key acts.
      back.focus({ preventScroll: true });
    }
    if (!tokens.at(-1).startsWith("show=") && !isInView(playground)) {
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
