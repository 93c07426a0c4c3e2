// The pages of the hosts, and in which way a figure stands on each: the element with its files from
// another origin or copied into the site, or a frame with `embed.html`.
const ALL = [
  { host: "plain", way: "element from another origin", address: "plain/element.html" },
  { host: "plain", way: "frame from another origin", address: "plain/frame.html" },
  { host: "mkdocs", way: "element copied in", address: "mkdocs/index.html" },
  { host: "mkdocs", way: "frame copied in", address: "mkdocs/frame.html" },
  { host: "sphinx", way: "element from another origin", address: "sphinx/index.html" },
  { host: "jupyter", way: "frame from another origin", address: "jupyter/index.html" },
  { host: "reveal", way: "element from another origin", address: "reveal/index.html#/element" },
  { host: "reveal", way: "frame from another origin", address: "reveal/index.html#/frame" },
  { host: "docusaurus", way: "element copied in", address: "docusaurus/" },
  { host: "docusaurus", way: "frame copied in", address: "docusaurus/frame" },
];

const wanted = process.env.HOSTS?.split(" ").filter(Boolean);

/** Those that were built: all, or the ones named by HOSTS. */
export const PAGES = ALL.filter(({ host }) => wanted?.includes(host) ?? true);
