// What stands on the screen in committee mode: the view at hand, the bar with place and clock, and
// hidden layers with what a step may lead to.
(() => {
  const ict = (window.ict = window.ict || {});

  const MOST_AWAY = 2;
  // A step is painted first; what it may lead to is drawn afterwards.
  const PAINTED_MS = 200;
  const make = (...parts) => ict.make(...parts);
  const current = () => ict.room.views[ict.room.at];
  const both = () => [ict.room.lang, ict.room.other];

  const raise = () => {
    const stage = make("section", "room");
    ict.room.stage = stage;
    stage.tabIndex = -1;
    ict.room.layerBox = make("div", "room-layers");
    ict.room.said = make("p", "visually-hidden");
    ict.room.said.setAttribute("role", "status");
    ict.room.told = make("p", "room-told");
    ict.room.time = make("p", "room-clock");
    ict.room.bar = make("div", "room-bar");
    const buttons = make("div", "room-buttons");
    for (const [name, keys, act] of ict.roomButtons) {
      const button = Object.assign(make("button", `room-do-${name}`), { type: "button", onclick: act });
      button.setAttribute("aria-keyshortcuts", keys);
      buttons.append(button);
    }
    ict.room.bar.append(ict.room.told, buttons, ict.room.time);
    stage.append(ict.room.layerBox, ict.room.bar, ict.room.said);
    document.body.append(stage);
    speak();
    tick();
    show();
    watching.observe(ict.room.layerBox);
    stage.focus();
  };

  // The words of the mode, in its language.
  const speak = () => {
    ict.facts = ict.roomFacts(ict.room.lang);
    const { stage } = ict.room;
    Object.assign(stage, { lang: ict.room.lang, dir: ict.facts.dir, ariaLabel: ict.words("room_label") });
    for (const [name] of ict.roomButtons) {
      const button = stage.querySelector(`.room-do-${name}`);
      const isFlip = name === "language";
      button.textContent = isFlip ? ict.facts.languages[ict.room.other] : ict.words(`room_${name}`);
      button.lang = isFlip ? ict.room.other : ict.room.lang;
    }
  };

  const tick = () => {
    const parts = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
    ict.room.time.textContent = new Intl.DateTimeFormat(ict.facts.locale, parts).format();
    clearTimeout(ict.room.clock);
    ict.room.clock = setTimeout(tick, 60_000 - (Date.now() % 60_000));
  };

  // A layer a view and language; all but one are hidden.
  const layerOf = (one, lang = ict.room.lang) => {
    const key = `${ict.room.views.indexOf(one)} ${lang}`;
    if (!ict.room.layers.has(key)) {
      const layer = make("article", "room-view");
      Object.assign(layer, { lang, dir: ict.roomFacts(lang).dir, ictOne: one });
      layer.dataset.away = "";
      ict.room.layers.set(key, layer);
      ict.room.layerBox.append(layer);
    }
    return ict.room.layers.get(key);
  };

  // Draws a view in a language, which need not be that of the room.
  const draw = (one, lang, spot) => {
    ict.facts = ict.roomFacts(lang);
    ict.project(layerOf(one, lang), one, spot);
    ict.facts = ict.roomFacts(ict.room.lang);
  };

  const place = () => ict.words("room_place", { at: ict.room.at + 1, n: ict.room.views.length });

  const ready = () => {
    const count = ict.readyCount(ict.room.views, both());
    ict.room.stage.dataset.ready = `${count}/${ict.room.views.length}`;
    return ict.words("room_ready", { ready: count, n: ict.room.views.length });
  };

  const textOf = (one) => {
    const face = one?.faces[ict.room.lang];
    return face && { ...ict.preparedText(one, face), passport: face.passport };
  };

  const tell = (problem) => {
    const text = textOf(current());
    const said = { place: place(), ready: ready(), next: textOf(ict.room.views[ict.room.at + 1])?.title };
    ict.room.told.textContent = `${said.place} · ${problem ?? said.ready}`;
    if (text) ict.writeNotes({ ...text, ...said });
  };

  const announce = (text) => {
    ict.room.said.textContent = text;
  };

  // The view at hand is drawn now; its neighbours, and itself in the other language, when there is
  // time, so that a step only shows them.
  const show = (problem) => {
    const one = current();
    const layer = layerOf(one);
    draw(one, ict.room.lang, ict.room.spot);
    for (const box of ict.room.layers.values()) {
      if (box === layer) delete box.dataset.away;
      else box.dataset.away = "";
    }
    const text = textOf(one);
    if (!text) layer.replaceChildren(make("p", "room-problem", problem ?? ""));
    announce(text ? `${place()}. ${text.title}. ${text.sentence}` : (problem ?? ""));
    tell(problem);
    soon();
  };

  const soon = () => {
    clearTimeout(ict.room.soon);
    ict.room.soon = setTimeout(drawNext, PAINTED_MS);
  };

  const drawNext = () => {
    if (!ict.room) return;
    const isFar = ({ lang, ictOne: one }) =>
      Math.abs(ict.room.views.indexOf(one) - ict.room.at) > (lang === ict.room.lang ? MOST_AWAY : 0);
    for (const layer of ict.room.layers.values()) if (isFar(layer)) ict.unproject(layer);
    const { views, at, lang, other } = ict.room;
    const near = [[views[at + 1], lang], [views[at - 1], lang], [current(), other]];
    const isMissing = ([one, its]) =>
      one?.faces[its] && ict.roomFacts(its) && !layerOf(one, its).dataset.shows;
    const next = near.find(isMissing);
    if (!next) return;
    draw(...next);
    soon();
  };

  // What was drawn for another year or with a spotlight is drawn anew when it is needed.
  const forget = (isKept = () => false) => {
    for (const layer of ict.room.layers.values()) if (!isKept(layer)) delete layer.dataset.shows;
  };

  const watching = new ResizeObserver(() => {
    if (!ict.room) return;
    forget((layer) => layer === layerOf(current()));
    draw(current(), ict.room.lang, ict.room.spot);
    soon();
  });

  const fetchAll = async () => {
    const mine = ict.room;
    const came = (one) => {
      if (ict.room !== mine) return;
      if (one === current() && !layerOf(one).dataset.shows) show();
      else tell();
      soon();
    };
    for (const lang of both()) {
      try {
        await ict.fetchPrepared(mine.views, lang, came);
      } catch (error) {
        if (ict.room === mine && !textOf(current())) show(error.message);
      }
    }
    if (ict.room === mine) tell();
  };

  addEventListener("online", () => ict.room && fetchAll());

  const rest = () => {
    watching.disconnect();
    clearTimeout(ict.room.clock);
    clearTimeout(ict.room.soon);
  };

  ict.screen = { announce, current, draw, fetchAll, forget, layerOf, raise, rest, show, soon, speak, tell, textOf, tick };
})();
