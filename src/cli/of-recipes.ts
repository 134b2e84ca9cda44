import { defaultSettings, type NumberSetting, recipeSettings, recipes } from '../core/settings.js';

/** What is taken where an option is left out: `50; fast: 20; robust: 30`. */
export function ofRecipes(setting: NumberSetting): string {
  const usual = defaultSettings[setting];
  const others = recipes
    .filter((recipe) => recipeSettings[recipe][setting] !== usual)
    .map((recipe) => `; ${recipe}: ${recipeSettings[recipe][setting]}`);
  return `${usual}${others.join('')}`;
}
