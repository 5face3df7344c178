// The name of the tab: the place that a page is about, else what it shows.
import { query } from "./elements.js";
import { facts } from "./facts.js";

/**
 * Dash names the tab after the page; afterwards it is named after what is seen.
 * @param {string | undefined} text
 */
export const nameTab = (text) => {
  setTimeout(() => {
    const shown = query(".page")?.dataset.place || text;
    document.title = shown ? `${shown} · ${facts().product}` : facts().product;
  });
};
