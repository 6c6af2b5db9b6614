"use strict";
{
  const root = document.documentElement;
  const playground = document.getElementById("playground");
  const bar = document.querySelector(".bar");
  const said = bar.querySelector("[role=status]");
  const back = bar.querySelector("button");

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
  showTheme(root.dataset.theme ?? "auto");
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
      playground[name](Number(value));
    }
  }

  const NAMES = { relu: "ReLU", gru: "GRU", lstm: "LSTM", adam: "Adam" };
  const isWeight = ([name]) => /-(weight|bias)$/.test(name);

  function describeValue(value) {
    const number = Number(value);
    const text = Number.isNaN(number) ? (NAMES[value] ?? value) : String(Number(number.toPrecision(3)));
    // A long list of numbers would fill the bar.
    const short = text.length > 14 ? `${text.slice(0, 9)}…` : text;
    return Number.isNaN(number) ? short : short.replace("-", "−");
  }

  function describe(step) {
    const [name, value] = step;
    if (isCall(step)) {
      return METHODS[name](value);
    }
    return `${NAMES[name] ?? name.replace("-", " ")} ${describeValue(value)}`;
  }

  function say(steps, isFresh) {
    const weights = steps.filter(isWeight);
    const told = weights.length > 2 ? steps.filter((step) => !isWeight(step)) : steps;
    const parts = told.map(describe);
    if (isFresh) {
      parts.unshift("start values");
    } else if (!isCall(steps[0])) {
      parts[0] = parts[0].replace(/ (?=\S+$)/, " set to ");
    }
    if (told !== steps) {
      parts.push(`${weights.length} weights set`);
    }
    const text = parts.join(", ");
    return `${text[0].toUpperCase()}${text.slice(1)}.`;
  }

  function isInView(element) {
    const { top, bottom, height } = element.getBoundingClientRect();
    const shown = Math.min(bottom, innerHeight) - Math.max(top, 0);
    return shown >= 0.6 * Math.min(height, innerHeight);
  }

  function scrollTo(element, block) {
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    element.scrollIntoView({ behavior: calm ? "auto" : "smooth", block });
  }

  function showBar(visible) {
    bar.hidden = !visible;
    root.classList.toggle("with-bar", visible);
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
    if (!isInView(playground)) {
      scrollTo(playground, "start");
    }
  }

  document.getElementById("article").addEventListener("click", run);

  back.addEventListener("click", () => {
    showBar(false);
    scrollTo(origin, "center");
    origin.focus({ preventScroll: true });
  });
}
