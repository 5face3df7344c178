// What the speaker does in committee mode, by clicker, key, button or finger.
import { isHeld, isWriting, met, query } from "../elements.js";
import { facts } from "../facts.js";
import { words } from "../words.js";
import { enter, goFull, leave, OTHER } from "./enter.js";
import { part } from "./part.js";
import { fetchPrepared, preparedPlace } from "./prepared.js";
import { preparedFigure, projectYear } from "./projector.js";
import * as screen from "./screen.js";
import * as speaker from "./speaker.js";
import { spotAt, spotNamed, spotsOf } from "./spotlight.js";
import { current, isOn, roomNow } from "./state.js";

/** @import { Spot } from "../types.js" */
/** @import { Button } from "./state.js" */

const STILL_MS = 3000;
const OPENING_MS = 1000;

/** Whether the mode is on and its screen stands. */
const isUp = () => isOn() && roomNow().stage.isConnected;

/** @param {number} at */
const go = (at) => {
  const room = roomNow();
  const last = room.views.length - 1;
  const next = Math.min(Math.max(at, 0), last);
  if (at > last) {
    screen.tell(words("room_last"));
    screen.announce(words("room_last"));
  }
  if (next === room.at) return;
  darken();
  room.at = next;
  screen.show();
};

// A plot that is higher than the screen goes on below.
/** @param {number} by */
const scroll = (by) => {
  const box = query(".room-box", screen.layerOf(current()).box);
  box?.scrollBy({ top: by * 0.8 * box.clientHeight });
};

/** @param {number} by */
const stepYear = (by) => {
  const { lang, spot } = roomNow();
  const one = current();
  const face = one.faces[lang];
  if (!face?.years?.length) {
    scroll(-by);
    return;
  }
  const next = face.years[Number(preparedPlace(one, face)) + by];
  if (next === undefined) return;
  one.year = String(next);
  const layer = screen.layerOf(one);
  if (!projectYear(layer.box, one)) screen.draw(one, lang, spot);
  screen.forget((other) => other === layer || other.one !== one);
  screen.soon();
  const text = screen.textOf(one);
  screen.announce(`${text?.title}. ${text?.sentence}`);
  screen.tell();
};

/**
 * A list is stepped through; a single view goes through its years.
 * @param {number} by
 */
const step = (by) => {
  const { at, lang, views } = roomNow();
  if (isBlank()) blank();
  else if (views.length > 1) go(at + by);
  else if (current().faces[lang]?.years?.length) stepYear(by);
  else scroll(by);
};

const isBlank = () => roomNow().stage.classList.contains("room-dark");

const blank = () => {
  roomNow().stage.classList.toggle("room-dark");
  screen.announce(isBlank() ? words("room_black") : (screen.textOf(current())?.title ?? ""));
};

/** @param {string} to */
const flip = async (to) => {
  const from = roomNow().lang;
  try {
    await fetchPrepared([current()], to);
  } catch (error) {
    if (isOn()) screen.tell(/** @type {Error} */ (error).message);
    return;
  }
  if (!isOn()) return;
  darken();
  Object.assign(roomNow(), { lang: to, other: from });
  screen.speak();
  screen.tick();
  screen.show();
  screen.fetchAll();
};

// With shift, through all six; the one that it came from is then the other.
const flipOn = () => {
  const all = Object.keys(facts().languages);
  const to = all[(all.indexOf(roomNow().lang) + 1) % all.length];
  try {
    localStorage.setItem(OTHER, to);
  } catch {
    // It is then chosen anew next time.
  }
  flip(to);
};

/** @param {Spot | undefined} spot */
const spotlight = (spot) => {
  const room = roomNow();
  room.spot = spot;
  screen.draw(current(), room.lang, spot);
  const said = query(".room-spot", screen.layerOf(current()).box);
  if (said) screen.announce(said.textContent ?? "");
};

const unspot = () => {
  closeAsk();
  if (roomNow().spot) spotlight(undefined);
};

// The spotlight belongs to a view: another one begins without it.
const darken = () => {
  const room = roomNow();
  if (room.ask) closeAsk();
  if (room.spot) delete screen.layerOf(current()).box.dataset.shows;
  room.spot = undefined;
};

const closeAsk = () => {
  const room = roomNow();
  room.ask?.remove();
  room.ask = undefined;
  room.stage.focus();
};

const askSpot = () => {
  const room = roomNow();
  const face = current().faces[room.lang];
  if (room.spot || room.ask || !face) {
    unspot();
    return;
  }
  const spots = spotsOf(preparedFigure(current(), face), facts());
  const hint = words("room_spotlight_hint");
  const field = part("input", "room-ask-field");
  Object.assign(field, { type: "text", placeholder: hint, ariaLabel: hint });
  field.setAttribute("list", "room-spots");
  const names = Object.assign(part("datalist", ""), { id: "room-spots" });
  names.append(...spots.map(({ name }) => Object.assign(part("option", ""), { value: name })));
  const ask = part("form", "room-ask");
  ask.onsubmit = (event) => {
    event.preventDefault();
    const spot = spotNamed(spots, field.value);
    if (!spot) {
      field.select();
      return;
    }
    closeAsk();
    spotlight(spot);
  };
  ask.append(field, names);
  room.ask = ask;
  room.stage.append(ask);
  field.focus();
};

const toggleFull = () => {
  roomNow().isMoving = true;
  if (document.fullscreenElement) document.exitFullscreen();
  else goFull();
};

// Some browsers end the full screen when another window opens: the mode goes on without it.
const openNotes = () => {
  roomNow().isMoving = true;
  setTimeout(() => {
    if (isOn()) roomNow().isMoving = false;
  }, OPENING_MS);
  screen.tell(speaker.openNotes(pressed) ? undefined : words("room_notes_blocked"));
};

document.addEventListener("fullscreenchange", () => {
  if (!isOn()) return;
  if (!document.fullscreenElement && !roomNow().isMoving) leave();
  if (isOn()) roomNow().isMoving = false;
});

/**
 * Name, keys as assistive technology is told them, and act of each button.
 * @type {Button[]}
 */
const BUTTONS = [
  ["previous", "PageUp", () => step(-1)],
  ["next", "PageDown", () => step(1)],
  ["language", "l", () => flip(roomNow().other)],
  ["spotlight", "s", askSpot],
  ["blank", "b", blank],
  ["notes", "n", openNotes],
  ["full", "f", toggleFull],
  ["leave", "Escape", leave],
];

/** @type {Record<string, () => void>} */
const ACTS = {
  PageDown: () => step(1),
  ArrowRight: () => step(1),
  " ": () => step(1),
  PageUp: () => step(-1),
  ArrowLeft: () => step(-1),
  Backspace: () => step(-1),
  Home: () => go(0),
  End: () => go(roomNow().views.length - 1),
  ArrowUp: () => stepYear(1),
  ArrowDown: () => stepYear(-1),
  b: blank,
  ".": blank,
  l: () => flip(roomNow().other),
  L: flipOn,
  s: askSpot,
  n: openNotes,
  f: toggleFull,
  p: leave,
  Escape: () => escape(),
};

// One thing at a time: the question, the blank screen, the spotlight, the mode.
const escape = () => {
  const { ask, spot } = roomNow();
  if (ask) closeAsk();
  else if (isBlank()) blank();
  else if (spot) unspot();
  else leave();
};

/** @param {KeyboardEvent} event */
const pressed = (event) => {
  const { key } = event;
  if (!isUp() || query("dialog[open]") || isHeld(event)) return;
  if (isWriting(event) && key !== "Escape") return;
  if (met(event, "button") && (key === " " || key === "Enter")) return;
  const act = ACTS[key] ?? ACTS[key.toLowerCase()];
  if (!act) return;
  event.preventDefault();
  event.stopPropagation();
  act();
};

document.addEventListener("keydown", pressed, true);

// A tap on a shape or a line lights it, another tap ends that.
document.addEventListener("click", (event) => {
  if (!isUp()) return;
  const { ask, lang, spot: before, stage } = roomNow();
  if (!stage.contains(/** @type {Node} */ (event.target)) || met(event, "button, form")) return;
  if (isBlank()) {
    blank();
    return;
  }
  const face = current().faces[lang];
  const spot = face && spotAt(event, preparedFigure(current(), face));
  if (before || ask) unspot();
  else if (spot) spotlight(spot);
});

/** @type {ReturnType<typeof setTimeout> | undefined} */
let still;
document.addEventListener("pointermove", () => {
  if (!isUp()) return;
  const { stage } = roomNow();
  stage.classList.add("room-moved");
  clearTimeout(still);
  still = setTimeout(() => stage.classList.remove("room-moved"), STILL_MS);
});

/**
 * Begins the mode with a figure of the page, or with the tray.
 * @param {HTMLElement} [figure]
 */
export const enterRoom = (figure) => enter(figure, BUTTONS);
