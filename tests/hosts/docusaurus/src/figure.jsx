import { useEffect, useRef, useState } from "react";

const EVENTS = ["step", "change", "stop"];

export default function Figure(settings) {
  const figure = useRef();
  const [seen, setSeen] = useState();
  useEffect(() => {
    const element = figure.current;
    const write = ({ iteration, point, gradientNorm, stopped }) => setSeen({ iteration, point, gradientNorm, stopped });
    const told = ({ detail }) => write(detail);
    for (const event of EVENTS) element.addEventListener(event, told);
    // The figure may stand before React has come to life.
    customElements.whenDefined("gradient-descent").then(() => element.ready).then(write);
    return () => EVENTS.forEach((event) => element.removeEventListener(event, told));
  }, []);
  return (
    <>
      <gradient-descent ref={figure} {...settings}>An interactive map of gradient descent. It needs JavaScript.</gradient-descent>
      <p>The page has been told: <output id="seen">{JSON.stringify(seen)}</output></p>
    </>
  );
}
