// Charts that are shown as their face has them: figure and words, as they are.
(() => {
  const ict = (window.ict = window.ict || {});
  const clientside = (window.dash_clientside = window.dash_clientside || {});
  const callbacks = (clientside.ict = clientside.ict || {});

  // Title, subtitle, sentence, source and notes: the order of PARTS in components/figure.py.
  ict.caption = (text, title = text.title, sentence = text.sentence) => [
    title,
    text.subtitle,
    sentence,
    text.source,
    text.notes.map((note) => ict.html("Li", note)),
  ];

  ict.failure = (error) => {
    const { no_update: same } = clientside;
    return [same, same, same, error.message, same, same];
  };

  const drawn = async (chart, id, view) => {
    try {
      const face = await ict.newestFace(id, ict.faceAddress(chart, view));
      if (!face) return clientside.no_update;
      return [face.figure, ...ict.caption(face.text)];
    } catch (error) {
      return ict.failure(error);
    }
  };

  // The page's first figure names the tab.
  const isFirst = (id) => document.querySelector("figure")?.contains(ict.element(id));

  // What a figure holds fast ("indicator=fixed-broadband") goes before the view.
  callbacks.chart = async (view, id, facts) => {
    ict.remember(facts);
    const held = Object.fromEntries(new URLSearchParams(id.of));
    const answer = await drawn(id.chart, id, { ...view, ...held });
    if (typeof answer[1] === "string" && isFirst(id)) ict.nameTab(answer[1]);
    return answer;
  };
})();
