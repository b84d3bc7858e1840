(() => {
  const load = ([first, ...others], by) => {
    if (!first) {
      // The pointer may already be still.
      const canvas = by.target.closest("[data-chart]").querySelector("canvas");
      if (by.clientX) canvas.dispatchEvent(new MouseEvent("mousemove", { clientX: by.clientX, clientY: by.clientY }));
      return;
    }
    const script = document.createElement("script");
    script.src = first;
    script.addEventListener("load", () => load(others, by));
    document.head.append(script);
  };
  const frames = document.querySelectorAll("[data-chart]");
  const begin = (by) => {
    for (const frame of frames) for (const kind of ["pointerover", "focusin"]) frame.removeEventListener(kind, begin);
    load(frames[0].dataset.scripts.split(" "), by);
  };
  for (const frame of frames) {
    frame.tabIndex = 0;
    for (const kind of ["pointerover", "focusin"]) frame.addEventListener(kind, begin);
  }
})();
