// The colours of figures as the page has them, as dashboard/theme.py: what changes in the dark is a custom
// property that is named after its colour (assets/dark.css).

/** @import { Figure } from "./types.js" */

const HEX = /#[0-9a-f]{6}/g;
/** Behind words on lines: theme.py has it too. */
const VEIL = "rgba(255,255,255,0.75)";

/**
 * A colour for an element of the page, which follows it.
 * @param {string} colour
 */
export const onPage = (colour) =>
  colour.startsWith("#") ? `var(--${colour.slice(1)},${colour})` : colour;

/**
 * A figure for plotly.js, which knows no custom properties, in the colours that the page has now.
 * @param {Figure} figure
 * @returns {Figure}
 */
export const inColours = (figure) => {
  const page = getComputedStyle(document.documentElement);
  /** @param {string} name */
  const now = (name) => page.getPropertyValue(`--${name}`).trim();
  if (document.documentElement.dataset.bsTheme !== "dark") return figure;
  const text = JSON.stringify(figure)
    .replaceAll(HEX, (colour) => now(colour.slice(1)) || colour)
    .replaceAll(VEIL, now("veil") || VEIL);
  return JSON.parse(text);
};
