// Light or dark: what the reader chooses in the header, and what follows where the system changes. What
// the page begins with is decided before it is drawn (dashboard/serving/first.js).
import { met, query, queryAll, setOpen } from "./elements.js";
import { isTold } from "./facts.js";
import { change } from "./view.js";

/** Where a browser keeps what a reader has chosen. */
const KEPT = "ict-theme";
const AUTO = "auto";

const { dataset } = document.documentElement;
const system = matchMedia("(prefers-color-scheme: dark)");

/** Paper and the wall of a committee room are light. */
const lit = new Set();

const wanted = () => {
  if (lit.size) return "light";
  if (dataset.chosen !== AUTO) return String(dataset.chosen);
  return system.matches ? "dark" : "light";
};

/**
 * As long as something is lit the page is light, whatever was chosen; its plots stay as they are.
 * @param {string} what
 * @param {boolean} isLit
 */
export const light = (what, isLit) => {
  if (isLit) lit.add(what);
  else lit.delete(what);
  dataset.bsTheme = wanted();
};

// Plots are drawn in the colours of the page, so they are drawn anew with it.
const follow = () => {
  if (dataset.bsTheme === wanted()) return;
  dataset.bsTheme = wanted();
  if (isTold()) change({});
};

/** @param {string} theme */
const choose = (theme) => {
  dataset.chosen = theme;
  try {
    localStorage.setItem(KEPT, theme);
  } catch {} // then it holds for this page
  follow();
};

const mark = () => {
  for (const button of queryAll("[data-theme]")) {
    button.setAttribute("aria-pressed", String(button.dataset.theme === dataset.chosen));
  }
};

system.addEventListener("change", follow);
addEventListener("beforeprint", () => light("paper", true));
addEventListener("afterprint", () => light("paper", false));

// A details tells of its opening without bubbling.
document.addEventListener("toggle", mark, true);

document.addEventListener("click", (event) => {
  const button = met(event, "[data-theme]");
  const menu = met(event, "details");
  if (!button || !menu) return;
  choose(String(button.dataset.theme));
  mark();
  setOpen(menu, false);
  query("summary", menu)?.focus();
});
