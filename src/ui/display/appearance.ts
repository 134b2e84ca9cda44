import { createStore, type StoreApi } from 'zustand/vanilla';
import { defaultPreferences, type Preferences } from '../../core/preferences.js';
import type { Capabilities } from '../terminal/capabilities.js';
import { type Display, displayFor } from './display.js';

export interface AppearanceOptions {
  capabilities: Capabilities;
  preferences?: Preferences;
  stage?: Display['stage'];
  /** Called when the person has changed them. */
  onPreferences?: (preferences: Preferences) => void;
}

/** Keeps the display in step with what the terminal answers, what the person prefers, and stage mode. */
export class Appearance {
  readonly store: StoreApi<Display>;
  readonly #onPreferences: (preferences: Preferences) => void;
  #capabilities: Capabilities;
  #preferences: Preferences;
  #stage: Display['stage'];

  constructor({
    capabilities,
    preferences = defaultPreferences,
    stage = 'off',
    onPreferences = () => undefined,
  }: AppearanceOptions) {
    this.#capabilities = capabilities;
    this.#preferences = preferences;
    this.#stage = stage;
    this.#onPreferences = onPreferences;
    this.store = createStore<Display>(() => displayFor(capabilities, preferences, stage));
  }

  get preferences(): Preferences {
    return this.#preferences;
  }

  /** Takes what the terminal has answered. */
  learn(answers: Partial<Capabilities>): void {
    this.#capabilities = { ...this.#capabilities, ...answers };
    this.#update();
  }

  prefer(preferences: Preferences): void {
    this.#preferences = preferences;
    this.#onPreferences(preferences);
    this.#update();
  }

  toggleStage(): void {
    this.#stage = this.#stage === 'on' ? 'off' : 'on';
    this.#update();
  }

  #update(): void {
    this.store.setState(displayFor(this.#capabilities, this.#preferences, this.#stage));
  }
}
