/**
 * Types of <rnn-playground>, for pages written in TypeScript. The script app.js defines the element; it has no exports and adds
 * no global. Include this file in the compilation.
 */

type RnnPanel = "unrolled" | "equation" | "history" | "prediction" | "loss" | "instruments";

type RnnControl = "run" | "share" | "sequence" | "network" | "weights" | "training";

type RnnInstrument =
  | "loss-landscape"
  | "hidden-state-map"
  | "gradient-through-time"
  | "sum-over-time"
  | "clipping"
  | "gradient-check"
  | "many-seeds";

/** The attributes, as written in the markup. An invalid value is reported in the console and changes nothing. */
interface RnnPlaygroundAttributes {
  task:
    | "fibonacci"
    | "linear"
    | "alternating"
    | "exponential"
    | "sine"
    | "custom"
    | "echo"
    | "running-sum"
    | "latch"
    | "parity";
  /** 3 to 500 numbers for the task custom. */
  numbers: string;
  /** 3 to 60. */
  length: string;
  /** 1 to 8. */
  delay: string;
  "train-steps": string;
  scaling: "raw" | "normalized";
  cell: "elman" | "gru" | "lstm";
  /** 1 to 32. */
  "hidden-units": string;
  activation: "tanh" | "relu" | "sigmoid" | "linear";
  memory: "on" | "off";
  optimizer: "sgd" | "momentum" | "rmsprop" | "adam";
  "learning-rate": string;
  clipping: "element-wise" | "global-norm" | "off";
  "clip-limit": string;
  /** 1 to 500, or all. */
  window: string;
  seed: string;
  "start-weights": "default" | "seeded";
  /** The hidden state before the first step: a number for each unit, with commas. */
  "start-state": string;
  /** Epochs per second, or max. */
  speed: string;
  "input-weight": string;
  "hidden-weight": string;
  "output-weight": string;
  "hidden-bias": string;
  "output-bias": string;
  step: string;
  takeover: string;
  /** The open instruments, separated by spaces. */
  instruments: string;
  /** If present, the experiment is kept for the reader's next visit; a name keeps several apart. */
  remember: string;
  theme: "auto" | "light" | "dark";
  /** A whole experiment: the part after the # in a link to it. */
  state: string;
  /** The panels shown, separated by spaces, or all or none; all of them without the attribute. */
  panels: string;
  /** The controls shown, separated by spaces, or all or none; all of them without the attribute. */
  controls: string;
  /** If present, the element fills the height that it is given, and its panes scroll inside. */
  fill: "";
  /** If present, the fragment of the page's address and the experiment are kept in step. */
  address: "";
}

/** The experiment was changed, by hand, by a method or by an attribute. */
interface RnnChangeDetail {
  /** As in the attribute state. */
  readonly state: string;
}

/** The cursor moved. */
interface RnnStepDetail {
  /** The time step under it; 0 is before the first step. */
  readonly step: number;
}

/** Training advanced. */
interface RnnEpochDetail {
  readonly epoch: number;
  /** Mean squared error, in the units that the network sees. */
  readonly loss: number;
}

/** A number overflowed, and training stopped. */
interface RnnDivergedDetail {
  /** The epochs done by then. */
  readonly epoch: number;
  /** The time step at which the number overflowed. */
  readonly step: number;
  /** What overflowed, in words. */
  readonly message: string;
}

interface RnnPlaygroundEventMap {
  change: CustomEvent<RnnChangeDetail>;
  step: CustomEvent<RnnStepDetail>;
  epoch: CustomEvent<RnnEpochDetail>;
  diverged: CustomEvent<RnnDivergedDetail>;
}

interface RnnPlaygroundElement extends HTMLElement {
  /** The whole experiment, as in the attribute; can be read and set at any time. */
  state: string;

  /** Moves one time step forward. */
  step(): void;
  /** Moves one time step back. */
  stepBack(): void;
  /** Starts training by backpropagation through time; given a number, does exactly that many epochs at once, at most 10000. */
  train(epochs?: number): void;
  /** Starts random search. */
  search(): void;
  /** Pauses training and search. */
  pause(): void;
  /** Goes back to the weights the run started from. */
  reset(): void;
  /** Loads a network that solves the task, if one is known. */
  exactSolution(): void;
  /** Opens an instrument, or the timeline, and scrolls to it. */
  show(name: RnnInstrument | "timeline"): void;
  /** Restores all settings that the page opens with; own numbers are kept and can be chosen again. */
  fresh(): void;
  /**
   * Carries out instructions, separated by spaces, as one change that one undo takes back: names of methods, train=500,
   * show=clipping, and attributes with their values, such as hidden-weight=0.5. Anything else is reported in the console and
   * skipped.
   * @returns a sentence that says what was done; empty if nothing was
   */
  run(text: string): string;
  /** Undoes the last change. */
  undo(): void;
  /** Redoes the change that was undone last. */
  redo(): void;

  getAttribute(name: string): string | null;
  setAttribute<K extends keyof RnnPlaygroundAttributes>(name: K, value: RnnPlaygroundAttributes[K]): void;
  setAttribute(name: string, value: string): void;

  addEventListener<K extends keyof RnnPlaygroundEventMap>(
    type: K,
    listener: (this: RnnPlaygroundElement, event: RnnPlaygroundEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener<K extends Exclude<keyof HTMLElementEventMap, keyof RnnPlaygroundEventMap>>(
    type: K,
    listener: (this: RnnPlaygroundElement, event: HTMLElementEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  removeEventListener<K extends keyof RnnPlaygroundEventMap>(
    type: K,
    listener: (this: RnnPlaygroundElement, event: RnnPlaygroundEventMap[K]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener<K extends Exclude<keyof HTMLElementEventMap, keyof RnnPlaygroundEventMap>>(
    type: K,
    listener: (this: RnnPlaygroundElement, event: HTMLElementEventMap[K]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
}

interface HTMLElementTagNameMap {
  "rnn-playground": RnnPlaygroundElement;
}
