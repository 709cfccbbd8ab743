// A browser hands the moves of a pointer to a page at the start of a frame, up to 16 ms after they happened; some also
// tell of each at once.  A lab that redraws quickly follows then, so that little is left to do when the frame begins and
// a slow machine misses fewer of them.  Once a frame is enough, and the move that comes with the frame has the last word.
const QUICK = 8; // ms, half a frame: a lab that needs longer is better served by one redraw a frame

let told = null;

// When what a lab now reacts to happened.
export const moment = () => told?.timeStamp ?? globalThis.event?.timeStamp ?? performance.now();

// Calls `move` with the first early news of each frame while a mouse drags from `surface`.
export function followEarly(surface, lab, move) {
  let isTold = false;
  const hear = (event) => {
    if (isTold || lab.work > QUICK) return;
    isTold = true;
    told = event;
    try {
      move(event);
    } finally {
      told = null;
    }
  };
  const moved = () => (isTold = false);
  const ends = ["pointerup", "pointercancel"];
  const stop = () => {
    removeEventListener("pointerrawupdate", hear);
    removeEventListener("pointermove", moved);
    for (const type of ends) removeEventListener(type, stop);
  };
  const start = (event) => {
    if (event.pointerType !== "mouse" || event.button !== 0) return;
    isTold = false;
    addEventListener("pointerrawupdate", hear, { passive: true });
    addEventListener("pointermove", moved, { passive: true });
    for (const type of ends) addEventListener(type, stop);
  };
  surface.addEventListener("pointerdown", start);
  return () => {
    stop();
    surface.removeEventListener("pointerdown", start);
  };
}
