/**
 * The way back from the sample learner, who lives on another port. It comes in the fragment of the address, which survives the redirect of
 * the sign-in and is never sent to a server, and stays for as long as the window does.
 */
const KEY = "footbridge-home";

/** The sample's address with the way back to this window's own. */
export function withHome(url: string, origin: string): string {
  return `${url}#home=${encodeURIComponent(origin)}`;
}

/** An address on this machine, or nothing: a fragment can be written by anybody. */
export function homeIn(fragment: string): string | undefined {
  const written = /^#home=(.+)$/.exec(fragment)?.[1];
  if (written === undefined) return undefined;
  try {
    const address = decodeURIComponent(written);
    return /^http:\/\/(127\.0\.0\.1|localhost):\d{1,5}$/.test(address) ? address : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps the way back when the window has just come from it, and says where it leads. */
export function home(): string | undefined {
  const come = homeIn(window.location.hash);
  if (come !== undefined) {
    sessionStorage.setItem(KEY, come);
    history.replaceState(history.state, "", window.location.pathname + window.location.search);
  }
  return sessionStorage.getItem(KEY) ?? undefined;
}
