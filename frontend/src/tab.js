// The name of the tab.
import { facts } from "./facts.js";

/**
 * Dash names the tab after the page; afterwards it is named after what is seen.
 * @param {string | undefined} text
 */
export const nameTab = (text) => {
  setTimeout(() => {
    document.title = text ? `${text} · ${facts().product}` : facts().product;
  });
};
