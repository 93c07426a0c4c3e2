import { useEffect, useRef, useState } from "react";

export default function Frame(attributes) {
  const frame = useRef();
  const [height, setHeight] = useState("auto");
  const [seen, setSeen] = useState();
  useEffect(() => {
    const told = ({ data, source }) => {
      if (source !== frame.current?.contentWindow) return;
      const { iteration, point, gradientNorm, stopped } = data;
      if (data.type === "gradient-descent:resize") setHeight(data.height);
      if (point) setSeen({ iteration, point, gradientNorm, stopped });
    };
    addEventListener("message", told);
    // A figure that stood before React came to life says once more how it is and how high.
    frame.current.contentWindow.postMessage({ type: "gradient-descent:command", command: "readout" }, "*");
    return () => removeEventListener("message", told);
  }, []);
  return (
    <>
      <iframe ref={frame} loading="lazy" style={{ width: "100%", aspectRatio: "4 / 5", height, border: 0 }} {...attributes} />
      <p>The page has been told: <output id="seen">{JSON.stringify(seen)}</output></p>
    </>
  );
}
