// Opens the pack in the first language of the browser that it has, else in its first one.
export const start = () => {
  const links = [...document.querySelectorAll("a")].filter(({ lang }) => lang);
  const wanted = navigator.languages.map((tag) => links.find(({ lang }) => tag.split("-")[0] === lang));
  location.replace((wanted.find(Boolean) ?? links[0]).href);
};
