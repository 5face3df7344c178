// What the speaker does in committee mode, by clicker, key, button or finger.
(() => {
  const ict = (window.ict = window.ict || {});

  const STILL_MS = 3000;
  const OPENING_MS = 1000;
  const OTHER = "ict-room-language";
  const make = (...parts) => ict.make(...parts);
  const announce = (...parts) => ict.screen.announce(...parts);
  const current = (...parts) => ict.screen.current(...parts);
  const draw = (...parts) => ict.screen.draw(...parts);
  const forget = (...parts) => ict.screen.forget(...parts);
  const layerOf = (...parts) => ict.screen.layerOf(...parts);
  const show = (...parts) => ict.screen.show(...parts);
  const tell = (...parts) => ict.screen.tell(...parts);
  const textOf = (...parts) => ict.screen.textOf(...parts);

  const go = (at) => {
    const next = Math.min(Math.max(at, 0), ict.room.views.length - 1);
    if (next === ict.room.at) return;
    darken();
    ict.room.at = next;
    show();
  };

  const stepYear = (by) => {
    const one = current();
    const face = one.faces[ict.room.lang];
    if (!face?.years?.length) return;
    const next = face.years[ict.preparedPlace(one, face) + by];
    if (next === undefined) return;
    one.year = String(next);
    const layer = layerOf(one);
    if (!ict.projectYear(layer, one)) draw(one, ict.room.lang, ict.room.spot);
    forget((other) => other === layer || other.ictOne !== one);
    ict.screen.soon();
    announce(`${textOf(one).title}. ${textOf(one).sentence}`);
    tell();
  };

  // A list is stepped through; a single view goes through its years.
  const step = (by) => {
    if (isBlank()) return blank();
    return ict.room.views.length > 1 ? go(ict.room.at + by) : stepYear(by);
  };

  const isBlank = () => ict.room.stage.classList.contains("room-dark");

  const blank = () => {
    ict.room.stage.classList.toggle("room-dark");
    announce(isBlank() ? ict.words("room_black") : textOf(current())?.title);
  };

  const flip = async (to) => {
    const from = ict.room.lang;
    try {
      await ict.fetchPrepared([current()], to, () => {});
    } catch (error) {
      if (ict.room) tell(error.message);
      return;
    }
    if (!ict.room) return;
    darken();
    [ict.room.lang, ict.room.other] = [to, from];
    ict.screen.speak();
    ict.screen.tick();
    show();
    ict.screen.fetchAll();
  };

  // With shift, through all six; the one that it came from is then the other.
  const flipOn = () => {
    const all = Object.keys(ict.facts.languages);
    const to = all[(all.indexOf(ict.room.lang) + 1) % all.length];
    try {
      localStorage.setItem(OTHER, to);
    } catch {
      // It is then chosen anew next time.
    }
    flip(to);
  };

  const spotlight = (spot) => {
    ict.room.spot = spot;
    draw(current(), ict.room.lang, spot);
    const said = layerOf(current()).querySelector(".room-spot");
    if (said) announce(said.textContent);
  };

  const unspot = () => {
    closeAsk();
    if (ict.room.spot) spotlight(undefined);
  };

  // The spotlight belongs to a view: another one begins without it.
  const darken = () => {
    if (ict.room.ask) closeAsk();
    if (ict.room.spot) delete layerOf(current()).dataset.shows;
    ict.room.spot = undefined;
  };

  const closeAsk = () => {
    ict.room.ask?.remove();
    ict.room.ask = undefined;
    ict.room.stage.focus();
  };

  const askSpot = () => {
    const face = current().faces[ict.room.lang];
    if (ict.room.spot || ict.room.ask || !face) return unspot();
    const spots = ict.spots(ict.preparedFigure(current(), face), ict.facts);
    const field = Object.assign(make("input", "room-ask-field"), { type: "text", placeholder: ict.words("room_spotlight_hint") });
    field.ariaLabel = ict.words("room_spotlight_hint");
    field.setAttribute("list", "room-spots");
    const names = Object.assign(make("datalist", ""), { id: "room-spots" });
    names.append(...spots.map(({ name }) => Object.assign(make("option", ""), { value: name })));
    ict.room.ask = make("form", "room-ask");
    ict.room.ask.onsubmit = (event) => {
      event.preventDefault();
      const spot = ict.spotNamed(spots, field.value);
      if (!spot) return field.select();
      closeAsk();
      return spotlight(spot);
    };
    ict.room.ask.append(field, names);
    ict.room.stage.append(ict.room.ask);
    field.focus();
  };

  const toggleFull = () => {
    ict.room.isMoving = true;
    if (document.fullscreenElement) document.exitFullscreen();
    else ict.goFull();
  };

  // Some browsers end the full screen when another window opens: the mode goes on without it.
  const openNotes = () => {
    ict.room.isMoving = true;
    setTimeout(() => ict.room && (ict.room.isMoving = false), OPENING_MS);
    const opened = ict.openNotes(pressed);
    tell(opened ? undefined : ict.words("room_notes_blocked"));
  };

  document.addEventListener("fullscreenchange", () => {
    if (!ict.room) return;
    if (!document.fullscreenElement && !ict.room.isMoving) ict.leaveRoom();
    if (ict.room) ict.room.isMoving = false;
  });

  // Name, keys as assistive technology is told them, and act of each button.
  ict.roomButtons = [
    ["previous", "PageUp", () => step(-1)],
    ["next", "PageDown", () => step(1)],
    ["language", "l", () => flip(ict.room.other)],
    ["spotlight", "s", () => askSpot()],
    ["blank", "b", () => blank()],
    ["notes", "n", () => openNotes()],
    ["full", "f", () => toggleFull()],
    ["leave", "Escape", () => ict.leaveRoom()],
  ];

  const ACTS = {
    PageDown: () => step(1),
    ArrowRight: () => step(1),
    " ": () => step(1),
    PageUp: () => step(-1),
    ArrowLeft: () => step(-1),
    Backspace: () => step(-1),
    Home: () => go(0),
    End: () => go(ict.room.views.length - 1),
    ArrowUp: () => stepYear(1),
    ArrowDown: () => stepYear(-1),
    b: () => blank(),
    ".": () => blank(),
    l: () => flip(ict.room.other),
    L: () => flipOn(),
    s: () => askSpot(),
    n: () => openNotes(),
    f: () => toggleFull(),
    p: () => ict.leaveRoom(),
    Escape: () => escape(),
  };

  // One thing at a time: the question, the blank screen, the spotlight, the mode.
  const escape = () => {
    if (ict.room.ask) closeAsk();
    else if (isBlank()) blank();
    else if (ict.room.spot) unspot();
    else ict.leaveRoom();
  };

  const pressed = (event) => {
    const { key, target } = event;
    if (!ict.room?.stage || document.querySelector("dialog[open]")) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (ict.isWriting(target) && key !== "Escape") return;
    if (target.closest?.("button") && (key === " " || key === "Enter")) return;
    const act = ACTS[key] ?? ACTS[key.toLowerCase()];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };

  document.addEventListener("keydown", pressed, true);

  // A tap on a shape or a line lights it, another tap ends that.
  document.addEventListener("click", ({ target }) => {
    if (!ict.room?.stage?.contains(target) || target.closest("button, form")) return;
    if (isBlank()) return void blank();
    const face = current().faces[ict.room.lang];
    const spot = face && ict.spotAt(target, ict.preparedFigure(current(), face));
    if (ict.room.spot || ict.room.ask) unspot();
    else if (spot) spotlight(spot);
  });

  let still;
  document.addEventListener("pointermove", () => {
    if (!ict.room?.stage) return;
    const { stage } = ict.room;
    stage.classList.add("room-moved");
    clearTimeout(still);
    still = setTimeout(() => stage.classList.remove("room-moved"), STILL_MS);
  });
})();
