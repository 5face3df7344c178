// The speaker's notes of committee mode: a window of their own, written from here, so that it goes on
// without the network. Keys that are pressed in it are those of the room.
(() => {
  const ict = (window.ict = window.ict || {});

  let notes;

  const isOpen = () => Boolean(notes && !notes.closed);

  const styled = () =>
    [...document.querySelectorAll("link[rel=stylesheet]")].map((link) => {
      const copy = notes.document.createElement("link");
      copy.rel = "stylesheet";
      copy.href = link.href;
      return copy;
    });

  // Returns whether the browser opened it; one that is open comes to the front.
  ict.openNotes = (keys) => {
    if (isOpen()) {
      notes.focus();
      return true;
    }
    notes = window.open("", "ict-notes", "popup,width=720,height=820");
    if (!notes) return false;
    notes.document.head.replaceChildren(...styled());
    notes.document.addEventListener("keydown", keys);
    return true;
  };

  ict.closeNotes = () => {
    if (isOpen()) notes.close();
    notes = undefined;
  };

  const part = (tag, className, text) => {
    const element = notes.document.createElement(tag);
    element.className = className;
    element.textContent = text;
    return element;
  };

  const source = ({ citation, licence, vintage }) =>
    part("li", "", [citation, vintage, licence].filter(Boolean).join(" · "));

  const list = (className, items) => {
    const element = part("ul", className, "");
    element.append(...items);
    return element;
  };

  // `shown` is { title, sentence, source, notes, passport, place, ready, next }.
  ict.writeNotes = (shown) => {
    if (!isOpen()) return;
    const { document: page } = notes;
    const { lang, dir } = ict.facts;
    Object.assign(page.documentElement, { lang, dir });
    page.title = `${ict.words("room_notes")} · ${ict.facts.product}`;
    const body = [
      part("p", "speaker-place", `${shown.place} · ${shown.ready}`),
      part("h1", "speaker-title", shown.title),
      part("p", "speaker-sentence", shown.sentence),
      part("h2", "", ict.words("room_next_view")),
      part("p", "speaker-next", shown.next ?? ict.words("room_last")),
      part("h2", "", ict.words("room_sources")),
      part("p", "speaker-source", shown.source),
      list("speaker-sources", (shown.passport?.sources ?? []).map(source)),
      part("p", "speaker-version", ict.words("version", { version: shown.passport?.data_version ?? "" })),
      list("speaker-notes", shown.notes.map((note) => part("li", "", note))),
    ];
    page.body.className = "speaker";
    page.body.replaceChildren(...body);
  };
})();
