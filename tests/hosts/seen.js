// What a course does with the numbers is its own affair: these pages write some of them down.
const figure = document.querySelector("gradient-descent");
const frame = document.querySelector("iframe");
/** On slides, only what stands on the one shown. */
const isShown = (it) => !it.closest(".slides section:not(.present)");
const write = ({ iteration, point, gradientNorm, stopped }) => {
  document.querySelector("#seen").textContent = JSON.stringify({ iteration, point, gradientNorm, stopped });
};

for (const name of ["ready", "step", "change", "stop"]) {
  figure?.addEventListener(name, ({ detail }) => isShown(figure) && write(detail));
}
addEventListener("message", ({ data, source }) => {
  if (!frame || source !== frame.contentWindow) return;
  if (data.type === "gradient-descent:resize" && !frame.closest(".slides")) frame.style.height = `${data.height}px`;
  if ("iteration" in data && isShown(frame)) write(data);
});
