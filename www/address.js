/**
 * A page's address as the place of its figure's settings. What the figure's tag says needs no place in
 * it; `key=` says that the tag's word for this key no longer holds.
 */

/** @typedef {import("./gradient-descent.js").GradientDescent} GradientDescent */

/** Attributes that are ordinary HTML, beside those with a hyphen. */
const ORDINARY = ["class", "dir", "hidden", "id", "slot", "style", "tabindex", "title"];

/** Behind `#` where there is no server: browsers let a file from disk change no other part of its address. */
const behindHash = !location.protocol.startsWith("http");

/** @param {string} setting */
const keyOf = (setting) => setting.split("=")[0];

/** @param {GradientDescent} figure */
export function addressOf(figure) {
  const tag = new Map([...figure.attributes]
    .filter(({ name }) => !ORDINARY.includes(name) && !name.includes("-"))
    .map(({ name, value }) => [name, value]));

  /** What the address adds to the tag, relative to this page. */
  const link = () => {
    const settings = figure.link.split("&").filter(Boolean);
    const keys = settings.map(keyOf);
    const own = settings.filter((setting) => `${keyOf(setting)}=${tag.get(keyOf(setting))}` !== decodeURIComponent(setting));
    const gone = [...tag.keys()].filter((key) => !keys.includes(key)).map((key) => `${key}=`);
    const query = [...own, ...gone].join("&");
    if (behindHash) return `#${query}`;
    return location.pathname + (query ? `?${query}` : "");
  };

  return {
    link,

    /** Opens the figure of the address, if it names any. */
    open() {
      const query = [location.hash, location.search].map((part) => part.slice(1)).find((part) => part.includes("="));
      if (!query) return;
      const settings = query.split("&").filter(Boolean);
      const keys = settings.map(keyOf);
      const unsaid = [...tag].filter(([key]) => !keys.includes(key)).map(([key, value]) => `${key}=${encodeURIComponent(value)}`);
      figure.link = [...settings.filter((setting) => !tag.has(keyOf(setting)) || setting !== `${keyOf(setting)}=`), ...unsaid].join("&");
    },

    write() {
      try {
        history.replaceState(null, "", link());
      } catch {
        // In a locked frame the address stays; its reader does not see it anyway.
      }
    },
  };
}
