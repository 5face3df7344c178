// The room pack on the data page: made when the button is pressed, its size stated before it is taken.
(() => {
  const ict = window.ict;
  const clientside = window.dash_clientside;
  const { ict: callbacks } = clientside;

  const MEGABYTE = 1e6;
  let newest;

  const hidden = (said) => [null, "", true, said];

  const addressOf = (view, languages) => {
    const query = new URLSearchParams({ region: view.region, v: ict.facts.version });
    return `/pack.zip?${query}&languages=${languages.join("~")}`;
  };

  callbacks.pack = async (_clicks, languages, view, facts) => {
    ict.remember(facts);
    const address = addressOf(view, languages);
    const isMade = clientside.callback_context.triggered.some(({ prop_id: property }) => property.endsWith(".n_clicks"));
    newest = address;
    if (!languages.length) return hidden(ict.words("pack_empty"));
    if (!isMade) return hidden("");
    ict.set(facts.ids.PACK_STATUS, { children: ict.words("pack_making") });
    try {
      const answer = await fetch(address, { method: "HEAD" });
      if (!answer.ok) throw new Error(answer.status);
      if (newest !== address) return clientside.no_update;
      const size = ict.number(Number(answer.headers.get("Content-Length")) / MEGABYTE, 1);
      return [ict.words("pack_size", { size }), address, false, ""];
    } catch {
      return hidden(ict.words("pack_failed"));
    }
  };
})();
