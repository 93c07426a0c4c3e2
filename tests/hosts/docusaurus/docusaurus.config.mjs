export default {
  title: "A course",
  url: "https://course.example",
  baseUrl: "/docusaurus/",
  trailingSlash: false,
  scripts: [{ src: "/docusaurus/downhill/gradient-descent.js", type: "module" }],
  presets: [["classic", { docs: { routeBasePath: "/" }, blog: false, pages: false }]],
};
