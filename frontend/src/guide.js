// Guidance: the hint on a first visit, the list of keys, and the switch that turns single keys off.
import { isHeld, met, needed, query } from "./elements.js";

const SEEN = "ict-hint-seen";
const OFF = "ict-keys-off";

/**
 * A browser that keeps nothing is never on its first visit: it could not be told so only once.
 * @param {string} name
 * @param {boolean} otherwise
 */
const kept = (name, otherwise) => {
  try {
    return localStorage.getItem(name) !== null;
  } catch {
    return otherwise;
  }
};

/**
 * @param {string} name
 * @param {boolean} is
 */
const keep = (name, is) => {
  try {
    if (is) localStorage.setItem(name, "1");
    else localStorage.removeItem(name);
  } catch {
    // then it holds for this page alone
  }
};

// A class of the whole document, because Dash draws the page anew after the server has.
const page = document.documentElement;
page.classList.toggle("first-visit", !kept(SEEN, true));

const closeHint = () => {
  page.classList.remove("first-visit");
  keep(SEEN, true);
  query("main")?.focus({ preventScroll: true });
};

let areOff = kept(OFF, false);

const helpDialog = () => /** @type {HTMLDialogElement | null} */ (query("dialog.help"));

/** @param {HTMLDialogElement} dialog */
const showOff = (dialog) => {
  needed(".help-off", dialog).setAttribute("aria-pressed", String(areOff));
};

const openHelp = () => {
  const dialog = helpDialog();
  if (!dialog || dialog.open) return;
  showOff(dialog);
  dialog.showModal();
};

document.addEventListener("click", (event) => {
  const dialog = helpDialog();
  if (met(event, ".hint-close")) closeHint();
  else if (met(event, ".help-open")) openHelp();
  else if (dialog && met(event, ".help-off")) {
    areOff = !areOff;
    keep(OFF, areOff);
    showOff(dialog);
  } else if (dialog && (event.target === dialog || met(event, ".help-close"))) dialog.close();
});

const writing = "input:not([type=range]), textarea, select, [contenteditable]";

// Before any other script hears of it: single keys are for nobody while a reader writes, works in
// a dialog, holds Control, or has turned them off (speech input types them by mistake).
window.addEventListener(
  "keydown",
  (event) => {
    if (event.key.length !== 1 || event.key === " ") return;
    if (areOff || isHeld(event) || met(event, "dialog[open]") || met(event, writing)) {
      event.stopImmediatePropagation();
    }
  },
  true,
);

document.addEventListener("keydown", (event) => {
  if (event.key === "?") {
    event.preventDefault();
    openHelp();
  } else if (event.key === "Escape" && met(event, ".hint")) closeHint();
});
