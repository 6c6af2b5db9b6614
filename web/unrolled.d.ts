/**
 * Types of <rnn-playground>, for pages written in TypeScript. The script app.js defines the element; it has no exports and adds no
 * global. Put this file among those that the compiler reads.
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

/** The attributes, as they are written. One that cannot have its value is named in the console and changes nothing. */
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
  /** Epochs per second, or max. */
  speed: string;
  "input-weight": string;
  "hidden-weight": string;
  "output-weight": string;
  "hidden-bias": string;
  "output-bias": string;
  step: string;
  takeover: string;
  /** Those that are open, separated by spaces. */
  instruments: string;
  /** If present, the reader finds the experiment as it was left; a name keeps several apart. */
  remember: string;
  theme: "auto" | "light" | "dark";
  /** A whole experiment: what a link to it says behind the #. */
  state: string;
  /** The panels that are shown, separated by spaces, all or none; all of them without the attribute. */
  panels: string;
  /** The controls that are shown, separated by spaces, all or none; all of them without the attribute. */
  controls: string;
  /** If present, the fragment of the page's address and the experiment follow each other. */
  address: "";
}

/** The experiment is another one, by hand, by a method or by an attribute. */
interface RnnChangeDetail {
  /** As in the attribute state. */
  readonly state: string;
}

/** The cursor moved. */
interface RnnStepDetail {
  /** The time step under it, from 0, before the first, on. */
  readonly step: number;
}

/** Training went on. */
interface RnnEpochDetail {
  readonly epoch: number;
  /** Mean squared error, in the units that the network sees. */
  readonly loss: number;
}

/** A number overflowed, and training stopped. */
interface RnnDivergedDetail {
  /** Epochs done by then. */
  readonly epoch: number;
  /** The time step at which it did. */
  readonly step: number;
  /** What overflowed, for people. */
  readonly message: string;
}

interface RnnPlaygroundEventMap {
  change: CustomEvent<RnnChangeDetail>;
  step: CustomEvent<RnnStepDetail>;
  epoch: CustomEvent<RnnEpochDetail>;
  diverged: CustomEvent<RnnDivergedDetail>;
}

interface RnnPlaygroundElement extends HTMLElement {
  /** The whole experiment, as in the attribute: read at any time, or set. */
  state: string;

  /** One time step on. */
  step(): void;
  /** One time step back. */
  stepBack(): void;
  /** Starts training by backpropagation through time; with a number, does exactly so many epochs at once, 10000 at most. */
  train(epochs?: number): void;
  /** Starts random search. */
  search(): void;
  /** Ends training and search. */
  pause(): void;
  /** Goes back to the weights that the run started from. */
  reset(): void;
  /** Loads a network that solves the task, where there is one. */
  exactSolution(): void;
  /** Opens an instrument and brings it into sight, or the timeline. */
  show(name: RnnInstrument | "timeline"): void;
  /** Goes back to all settings that the page opens with; own numbers stay, to be chosen again. */
  fresh(): void;
  /**
   * Carries out instructions, separated by spaces, in one go and one step of undo: names of methods, train=500, show=clipping, and
   * attributes with their values, such as hidden-weight=0.5. What is none of these is named in the console and left out.
   * @returns a sentence on what was done; empty if nothing was
   */
  run(text: string): string;
  /** Takes back the last change. */
  undo(): void;
  /** Makes the change again that was taken back last. */
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
