// Committee mode: one view fills the screen, a clicker steps, and nothing is asked of the network.
(() => {
  const ict = (window.ict = window.ict || {});

  const STILL_MS = 3000;
  const MOST_LAYERS_AWAY = 2;
  const OTHER = "ict-room-language";
  let room;

  const make = (...parts) => ict.make(...parts);
  const current = () => room.views[room.at];
  const both = () => [room.lang, room.other];

  // ---- Entering and leaving

  const stored = () => {
    try {
      return localStorage.getItem(OTHER);
    } catch {
      return null;
    }
  };

  const otherOf = (lang) => {
    const kept = stored();
    if (kept !== lang && kept in ict.roomFacts(lang).languages) return kept;
    return lang === "en" ? "fr" : "en";
  };

  const mostSeen = () => {
    const seen = (figure) => {
      const { top, bottom } = figure.getBoundingClientRect();
      return Math.min(bottom, innerHeight) - Math.max(top, 0);
    };
    return ict.presentable().reduce((best, one) => (best && seen(best) >= seen(one) ? best : one), undefined);
  };

  // Browsers allow it where a key or a pointer asked for it; the mode works without.
  const goFull = () => {
    if (navigator.userActivation?.isActive === false) return;
    document.documentElement.requestFullscreen?.().catch(() => {});
  };

  // The page below takes no focus, and is not read out.
  const hold = (isHeld) => {
    for (const part of document.body.children) {
      if (part !== room.stage && part.tagName !== "SCRIPT") part.inert = isHeld;
    }
    document.documentElement.classList.toggle("presenting", isHeld);
  };

  const address = (present) => {
    history.replaceState(history.state, "", ict.pageAddress(location.pathname, { ...ict.view, present }));
  };

  ict.present = async (figure) => {
    if (room || location.pathname.startsWith("/embed/")) return;
    const { views, at } = ict.prepare(figure);
    if (!views.length) return;
    const { lang } = ict.facts;
    room = { views, at, lang, page: ict.facts, back: document.activeElement, layers: new Map() };
    goFull();
    try {
      await ict.fetchPrepared([current()], lang, () => {});
    } catch {
      if (!ict.roomFacts(lang)) {
        room = undefined;
        return;
      }
    }
    room.other = otherOf(lang);
    raise();
    address("1");
    fetchAll();
  };

  // For the address of a page that says present=1.
  ict.presentAsked = (view) => {
    if (view.present === "1" && !room) setTimeout(() => ict.present(ict.presentable()[0]));
  };

  const leave = () => {
    if (!room) return;
    const { stage, page, back } = room;
    hold(false);
    for (const layer of room.layers.values()) ict.unproject(layer);
    stage.remove();
    watching.disconnect();
    clearTimeout(room.clock);
    room = undefined;
    ict.facts = page;
    ict.closeNotes();
    if (document.fullscreenElement) document.exitFullscreen();
    if (ict.view.present) ict.change({ present: "" });
    else address("");
    back?.focus?.();
  };

  // ---- What stands on the screen

  const BUTTONS = [
    ["previous", "PageUp", () => step(-1)],
    ["next", "PageDown", () => step(1)],
    ["language", "l", () => flip(room.other)],
    ["spotlight", "s", () => askSpot()],
    ["blank", "b", () => blank()],
    ["notes", "n", () => openNotes()],
    ["full", "f", () => toggleFull()],
    ["leave", "Escape", () => leave()],
  ];

  const raise = () => {
    const stage = make("section", "room");
    room.stage = stage;
    stage.tabIndex = -1;
    room.layerBox = make("div", "room-layers");
    room.said = make("p", "visually-hidden");
    room.said.setAttribute("role", "status");
    room.told = make("p", "room-told");
    room.time = make("p", "room-clock");
    room.bar = make("div", "room-bar");
    const buttons = make("div", "room-buttons");
    for (const [name, keys, act] of BUTTONS) {
      const button = Object.assign(make("button", `room-do-${name}`), { type: "button", onclick: act });
      button.setAttribute("aria-keyshortcuts", keys);
      buttons.append(button);
    }
    room.bar.append(room.told, buttons, room.time);
    stage.append(room.layerBox, room.bar, room.said);
    document.body.append(stage);
    hold(true);
    speak();
    tick();
    show();
    watching.observe(room.layerBox);
    stage.focus();
  };

  // The words of the mode, in its language.
  const speak = () => {
    ict.facts = ict.roomFacts(room.lang);
    const { stage } = room;
    Object.assign(stage, { lang: room.lang, dir: ict.facts.dir, ariaLabel: ict.words("room_label") });
    for (const [name] of BUTTONS) {
      const button = stage.querySelector(`.room-do-${name}`);
      const isFlip = name === "language";
      button.textContent = isFlip ? ict.facts.languages[room.other] : ict.words(`room_${name}`);
      button.lang = isFlip ? room.other : room.lang;
    }
  };

  const tick = () => {
    const parts = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
    room.time.textContent = new Intl.DateTimeFormat(ict.facts.locale, parts).format();
    room.clock = setTimeout(tick, 60_000 - (Date.now() % 60_000));
  };

  const layerOf = (one) => {
    if (!room.layers.has(one)) {
      const layer = make("article", `room-view room-view-${one.chart}`);
      layer.dataset.away = "";
      room.layers.set(one, layer);
      room.layerBox.append(layer);
    }
    return room.layers.get(one);
  };

  const place = () => ict.words("room_place", { at: room.at + 1, n: room.views.length });

  const ready = () => {
    const count = ict.readyCount(room.views, both());
    room.stage.dataset.ready = `${count}/${room.views.length}`;
    return ict.words("room_ready", { ready: count, n: room.views.length });
  };

  const textOf = (one) => {
    const face = one?.faces[room.lang];
    return face && { ...ict.preparedText(one, face), passport: face.passport };
  };

  const tell = (problem) => {
    const text = textOf(current());
    const said = { place: place(), ready: ready(), next: textOf(room.views[room.at + 1])?.title };
    room.told.textContent = `${said.place} · ${problem ?? said.ready}`;
    if (text) ict.writeNotes({ ...text, ...said });
  };

  const announce = (text) => {
    room.said.textContent = text;
  };

  // The view at hand is drawn now; its neighbours when there is time, so that a step only shows them.
  const show = (problem) => {
    const one = current();
    const layer = layerOf(one);
    ict.project(layer, one, room.spot);
    for (const [other, box] of room.layers) {
      if (other === one) delete box.dataset.away;
      else box.dataset.away = "";
    }
    const text = textOf(one);
    if (!text) layer.replaceChildren(make("p", "room-problem", problem ?? ""));
    announce(text ? `${place()}. ${text.title}. ${text.sentence}` : (problem ?? ""));
    tell(problem);
    soon();
  };

  const soon = () => {
    clearTimeout(room.soon);
    room.soon = setTimeout(drawNext, 50);
  };

  const drawNext = () => {
    if (!room) return;
    const near = room.views.filter((_, k) => Math.abs(k - room.at) <= 1);
    const next = near.find((one) => one !== current() && one.faces[room.lang] && !layerOf(one).dataset.shows);
    for (const [one, layer] of room.layers) {
      if (Math.abs(room.views.indexOf(one) - room.at) > MOST_LAYERS_AWAY) ict.unproject(layer);
    }
    if (!next) return;
    ict.project(layerOf(next), next);
    soon();
  };

  const forget = () => {
    for (const layer of room.layers.values()) delete layer.dataset.shows;
  };

  const watching = new ResizeObserver(() => {
    if (!room) return;
    for (const [one, layer] of room.layers) if (one !== current()) delete layer.dataset.shows;
    ict.project(layerOf(current()), current(), room.spot);
    soon();
  });

  const fetchAll = async () => {
    const mine = room;
    const came = (one) => {
      if (room !== mine) return;
      if (one === current() && !layerOf(one).dataset.shows) show();
      else tell();
      soon();
    };
    for (const lang of both()) {
      try {
        await ict.fetchPrepared(mine.views, lang, came);
      } catch (error) {
        if (room === mine && !textOf(current())) show(error.message);
      }
    }
    if (room === mine) tell();
  };

  addEventListener("online", () => room && fetchAll());

  // ---- What the speaker does

  const go = (at) => {
    const next = Math.min(Math.max(at, 0), room.views.length - 1);
    if (next === room.at) return;
    unspot();
    room.at = next;
    show();
  };

  const stepYear = (by) => {
    const one = current();
    const face = one.faces[room.lang];
    if (!face?.years?.length) return;
    const next = face.years[ict.preparedPlace(one, face) + by];
    if (next === undefined) return;
    one.year = String(next);
    const layer = layerOf(one);
    if (!ict.projectYear(layer, one)) ict.project(layer, one, room.spot);
    announce(`${textOf(one).title}. ${textOf(one).sentence}`);
    tell();
  };

  // A list is stepped through; a single view goes through its years.
  const step = (by) => {
    if (isBlank()) return blank();
    return room.views.length > 1 ? go(room.at + by) : stepYear(by);
  };

  const isBlank = () => room.stage.classList.contains("room-dark");

  const blank = () => {
    room.stage.classList.toggle("room-dark");
    announce(isBlank() ? ict.words("room_black") : textOf(current())?.title);
  };

  const flip = async (to) => {
    const from = room.lang;
    try {
      await ict.fetchPrepared([current()], to, () => {});
    } catch (error) {
      if (room) tell(error.message);
      return;
    }
    if (!room) return;
    unspot();
    [room.lang, room.other] = [to, from];
    speak();
    forget();
    clearTimeout(room.clock);
    tick();
    show();
    fetchAll();
  };

  // With shift, through all six; the one that it came from is then the other.
  const flipOn = () => {
    const all = Object.keys(ict.facts.languages);
    const to = all[(all.indexOf(room.lang) + 1) % all.length];
    try {
      localStorage.setItem(OTHER, to);
    } catch {
      // It is then chosen anew next time.
    }
    flip(to);
  };

  const spotlight = (spot) => {
    room.spot = spot;
    ict.project(layerOf(current()), current(), spot);
    const said = layerOf(current()).querySelector(".room-spot");
    if (said) announce(said.textContent);
  };

  const unspot = () => {
    closeAsk();
    if (room.spot) spotlight(undefined);
  };

  const closeAsk = () => {
    room.ask?.remove();
    room.ask = undefined;
    room.stage.focus();
  };

  const askSpot = () => {
    const face = current().faces[room.lang];
    if (room.spot || room.ask || !face) return unspot();
    const spots = ict.spots(ict.preparedFigure(current(), face), ict.facts);
    const field = Object.assign(make("input", "room-ask-field"), { type: "text", placeholder: ict.words("room_spotlight_hint") });
    field.ariaLabel = ict.words("room_spotlight_hint");
    field.setAttribute("list", "room-spots");
    const names = Object.assign(make("datalist", ""), { id: "room-spots" });
    names.append(...spots.map(({ name }) => Object.assign(make("option", ""), { value: name })));
    room.ask = make("form", "room-ask");
    room.ask.onsubmit = (event) => {
      event.preventDefault();
      const spot = ict.spotNamed(spots, field.value);
      if (!spot) return field.select();
      closeAsk();
      return spotlight(spot);
    };
    room.ask.append(field, names);
    room.stage.append(room.ask);
    field.focus();
  };

  const toggleFull = () => {
    room.isMoving = true;
    if (document.fullscreenElement) document.exitFullscreen();
    else goFull();
  };

  // Some browsers end the full screen when another window opens: the mode goes on without it.
  const openNotes = () => {
    room.isMoving = true;
    const opened = ict.openNotes(pressed);
    tell(opened ? undefined : ict.words("room_notes_blocked"));
  };

  document.addEventListener("fullscreenchange", () => {
    if (!room) return;
    if (!document.fullscreenElement && !room.isMoving) leave();
    if (room) room.isMoving = false;
  });

  // ---- Keys, pointers

  const ACTS = {
    PageDown: () => step(1),
    ArrowRight: () => step(1),
    " ": () => step(1),
    PageUp: () => step(-1),
    ArrowLeft: () => step(-1),
    Backspace: () => step(-1),
    Home: () => go(0),
    End: () => go(room.views.length - 1),
    ArrowUp: () => stepYear(1),
    ArrowDown: () => stepYear(-1),
    b: () => blank(),
    ".": () => blank(),
    l: () => flip(room.other),
    L: () => flipOn(),
    s: () => askSpot(),
    n: () => openNotes(),
    f: () => toggleFull(),
    p: () => leave(),
    Escape: () => escape(),
  };

  // One thing at a time: the question, the blank screen, the spotlight, the mode.
  const escape = () => {
    if (room.ask) closeAsk();
    else if (isBlank()) blank();
    else if (room.spot) unspot();
    else leave();
  };

  const isWriting = (target) => target.closest?.("input, textarea, select, [contenteditable]");

  const pressed = (event) => {
    const { key, target } = event;
    if (!room?.stage || document.querySelector("dialog[open]")) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (isWriting(target) && key !== "Escape") return;
    if (target.closest?.("button") && (key === " " || key === "Enter")) return;
    const act = ACTS[key] ?? ACTS[key.toLowerCase()];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };

  document.addEventListener("keydown", pressed, true);

  document.addEventListener("keydown", (event) => {
    const busy = room || isWriting(event.target) || document.querySelector("dialog[open]");
    if (event.key !== "p" || busy || event.ctrlKey || event.metaKey || event.altKey || !ict.facts) return;
    ict.present(mostSeen());
  });

  // A tap on a shape or a line lights it, another tap ends that.
  document.addEventListener("click", ({ target }) => {
    if (!room?.stage?.contains(target) || target.closest("button, form")) return;
    if (isBlank()) return void blank();
    const face = current().faces[room.lang];
    const spot = face && ict.spotAt(target, ict.preparedFigure(current(), face));
    if (room.spot || room.ask) unspot();
    else if (spot) spotlight(spot);
  });

  let still;
  document.addEventListener("pointermove", () => {
    if (!room?.stage) return;
    const { stage } = room;
    stage.classList.add("room-moved");
    clearTimeout(still);
    still = setTimeout(() => stage.classList.remove("room-moved"), STILL_MS);
  });
})();
