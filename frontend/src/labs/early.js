// A browser hands the moves of a pointer to a page at the start of a frame, up to 16 ms after they happened; some also
// tell of each at once.  A lab then follows at once, so that less is left to do when the frame begins and a slow machine
// misses fewer of them.  The move that comes with the frame has the last word.
const QUICK = 5; // ms, less than a third of a frame

let told = null;

// When what a lab now reacts to happened.
export const moment = () => told?.timeStamp ?? globalThis.event?.timeStamp ?? performance.now();

// Calls `move` with the first news of each frame while a mouse drags from `surface`.
export function followEarly(surface, lab, move) {
  let news = 0;
  let isCrowded = false;
  const hear = (event) => {
    news += 1;
    // A mouse that moves several times a frame would have a slow lab redraw twice for one picture.
    if (news > 1 || (isCrowded && lab.work > QUICK)) return;
    told = event;
    try {
      move(event);
    } finally {
      told = null;
    }
  };
  const begin = () => {
    isCrowded = news > 1;
    news = 0;
  };
  const listeners = Object.entries({ pointerrawupdate: hear, pointermove: begin, pointerup: stop, pointercancel: stop });
  function stop() {
    for (const [type, listener] of listeners) removeEventListener(type, listener);
  }
  const start = (event) => {
    if (event.pointerType !== "mouse" || event.button !== 0) return;
    // While the surface holds the pointer, the browser need not look through the page for what lies under it.
    surface.setPointerCapture(event.pointerId);
    begin();
    for (const [type, listener] of listeners) addEventListener(type, listener, { passive: true });
  };
  surface.addEventListener("pointerdown", start);
  return () => {
    stop();
    surface.removeEventListener("pointerdown", start);
  };
}
