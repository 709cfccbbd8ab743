// Moves the cursor in time from the start of a run to its end, in a few seconds.
import { h } from "./dom.js";
import { reducedMotion } from "./theme.js";

const SECONDS = 4;

export function createPlayer(lab) {
  const { minimum, maximum } = lab.spec.parameters.t;
  const button = h("button.is-tool", { type: "button", "data-action": "play", onclick: () => toggle() });
  let frame = 0;
  name("play");

  // The icon is drawn by the style sheet: not every font has a sign for a pause.
  function name(action) {
    button.textContent = lab.say(action);
    button.classList.toggle("is-pause", action === "pause");
    button.classList.toggle("is-play", action === "play");
  }

  function stop() {
    cancelAnimationFrame(frame);
    frame = 0;
    name("play");
  }

  function play() {
    // Those who asked for less motion see the end of the run at once.
    if (reducedMotion()) return lab.set("t", maximum);
    let began = null;
    let last = minimum;
    const step = (now) => {
      began ??= now;
      // A hand on the slider takes over.
      if (began !== now && Math.abs(lab.values.t - last) > 2 * lab.spec.parameters.t.step) return stop();
      const share = Math.min(1, (now - began) / 1000 / SECONDS);
      lab.set("t", minimum + share * (maximum - minimum));
      last = lab.widget.get("p_t");
      if (share < 1) frame = requestAnimationFrame(step);
      else stop();
    };
    name("pause");
    frame = requestAnimationFrame(step);
  }

  function toggle() {
    lab.touched();
    if (frame) stop();
    else play();
  }

  return { button, play, stop };
}
