// The view at hand, and what changes in it.
import { clientside } from "./clientside.js";
import { facts } from "./facts.js";

/** @import { View } from "./types.js" */

/** @type {View} */
let now = {};

export const viewNow = () => now;

/**
 * What a reader has changed before Dash was there.
 * @type {View}
 */
let early = {};

/** @param {View} changes */
export const carry = (changes) => {
  early = changes;
};

/**
 * A view of Dash's with what was changed before: until its store has heard of that.
 * @param {View} view
 */
export const carried = (view) => {
  const isHeard = Object.entries(early).every(([name, value]) => view[name] === value);
  if (isHeard) early = {};
  else setTimeout(() => Object.keys(early).length && change(early));
  return isHeard ? view : { ...view, ...early };
};

/** @param {View} view */
export const see = (view) => {
  now = view;
};

/**
 * The highlighted economies.
 * @param {View} view
 */
export const economiesOf = (view) => (view.economies ? view.economies.split("~") : []);

/**
 * @param {View} view
 * @param {string} iso3
 * @returns {View}
 */
export const toggled = (view, iso3) => {
  const chosen = economiesOf(view);
  const others = chosen.filter((code) => code !== iso3);
  if (others.length === chosen.length) {
    if (chosen.length >= facts().most) return view;
    others.push(iso3);
  }
  return { ...view, economies: others.join("~") };
};

/**
 * For events that no callback listens to: a click on the map, the end of a drag of the slider.
 * @param {Record<string, string>} changes
 */
export const change = (changes) => {
  now = { ...now, ...changes };
  clientside.set_props(facts().ids.VIEW, { data: now });
};
