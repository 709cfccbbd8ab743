// Moves the cursor in time from the start of a run to its end, in a few seconds.
import { h } from "./dom.js";
import { reducedMotion } from "./theme.js";

const SECONDS = 4;

export function createPlayer(lab) {
  const { minimum, maximum } = lab.spec.parameters.t;
  const button = h("button.is-tool", { type: "button", "data-action": "play", onclick: () => toggle() }, lab.say("play"));
  let frame = 0;

  function stop() {
    cancelAnimationFrame(frame);
    frame = 0;
    button.textContent = lab.say("play");
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
    button.textContent = lab.say("pause");
    frame = requestAnimationFrame(step);
  }

  function toggle() {
    lab.touched();
    if (frame) stop();
    else play();
  }

  return { button, play, stop };
}
