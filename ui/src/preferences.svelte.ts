const KEY = "footbridge.single-keys";

let singleKeys = $state(read());

/** Whether `?` and `/` act as shortcuts. People who speak to their computer, or type with difficulty, turn them off. */
export const preferences = {
  get singleKeys() {
    return singleKeys;
  },
  set singleKeys(on: boolean) {
    singleKeys = on;
    try {
      localStorage.setItem(KEY, on ? "on" : "off");
    } catch {
      // Without storage the choice holds until the window is closed.
    }
  },
};

function read(): boolean {
  try {
    return localStorage.getItem(KEY) !== "off";
  } catch {
    return true;
  }
}
