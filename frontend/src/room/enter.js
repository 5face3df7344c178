// Committee mode: one view fills the screen, a clicker steps, and nothing is asked of the network.
// Here the mode is entered and left; screen.js is what is seen, clicker.js what the speaker does.
import { here, pageAddress } from "../addresses.js";
import { facts, remember } from "../facts.js";
import { light } from "../theme.js";
import { change, viewNow } from "../view.js";
import { part } from "./part.js";
import { fetchPrepared, isSpoken, prepare, roomFacts } from "./prepared.js";
import { unproject } from "./projector.js";
import { fetchAll, raise, rest } from "./screen.js";
import { closeNotes } from "./speaker.js";
import { isOn, roomNow, setRoom } from "./state.js";

/** @import { Button } from "./state.js" */

/** Where a browser keeps the language that a reader flips to. */
export const OTHER = "ict-room-language";

const stored = () => {
  try {
    return localStorage.getItem(OTHER);
  } catch {
    return null;
  }
};

/** @param {string} lang */
const otherOf = (lang) => {
  const kept = stored();
  if (kept !== null && kept !== lang && kept in roomFacts(lang).languages) return kept;
  return lang === "en" ? "fr" : "en";
};

// Browsers allow it where a key or a pointer asked for it; the mode works without.
export const goFull = () => {
  if (navigator.userActivation?.isActive === false) return;
  document.documentElement.requestFullscreen?.().catch(() => {});
};

/**
 * The page below takes no focus, and is not read out.
 * @param {boolean} isHeld
 */
const hold = (isHeld) => {
  for (const below of document.body.children) {
    if (below === roomNow().stage || below.tagName === "SCRIPT") continue;
    /** @type {HTMLElement} */ (below).inert = isHeld;
  }
  document.documentElement.classList.toggle("presenting", isHeld);
  light("wall", isHeld);
};

/** @param {string} present */
const address = (present) => {
  const page = pageAddress(here(), { ...viewNow(), present });
  history.replaceState(history.state, "", page);
};

/**
 * @param {HTMLElement | undefined} figure
 * @param {Button[]} buttons
 */
export const enter = async (figure, buttons) => {
  if (isOn()) return;
  const { views, at } = prepare(figure);
  if (!views.length) return;
  const page = facts();
  const { lang } = page;
  const parts = {
    stage: part("section", "room"),
    layerBox: part("div", "room-layers"),
    said: part("p", "visually-hidden"),
    told: part("p", "room-told"),
    time: part("p", "room-clock"),
  };
  const back = document.activeElement;
  setRoom({ views, at, lang, other: lang, page, back, layers: new Map(), ...parts });
  goFull();
  try {
    await fetchPrepared([views[at]], lang);
  } catch {
    if (!isSpoken(lang)) {
      setRoom(undefined);
      if (document.fullscreenElement) document.exitFullscreen();
      return;
    }
  }
  roomNow().other = otherOf(lang);
  hold(true);
  raise(buttons);
  address("1");
  fetchAll();
};

export const leave = () => {
  if (!isOn()) return;
  const { back, layers, page, stage } = roomNow();
  hold(false);
  for (const { box } of layers.values()) unproject(box);
  stage.remove();
  rest();
  setRoom(undefined);
  remember(page);
  closeNotes();
  if (document.fullscreenElement) document.exitFullscreen();
  if (viewNow().present) change({ present: "" });
  else address("");
  /** @type {HTMLElement | null} */ (back)?.focus?.();
};
