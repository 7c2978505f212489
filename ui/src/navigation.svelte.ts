import { isServersOwn, readRoute, withAsked } from "./router";

let path = $state(location.pathname);
let fragment = $state(location.hash.slice(1));
let search = $state(location.search);
let moves = 0;

/** Where the app is. */
export const place = {
  get path() {
    return path;
  },
  get route() {
    return readRoute(path);
  },
  /** What follows `#`, without it. */
  get fragment() {
    return fragment;
  },
  /** What follows `?`: what of its screen is asked for. */
  get asked() {
    return new URLSearchParams(search);
  },
  /** How often the screen has changed since the window was loaded: the first one leaves the focus to the browser. */
  get moves() {
    return moves;
  },
};

/** Goes to a path of the app. */
export function go(to: string, { replace = false } = {}): void {
  const url = new URL(to, location.href);
  if (replace) history.replaceState(null, "", url);
  else history.pushState(null, "", url);
  const moved = url.pathname !== path;
  if (moved) moves += 1;
  path = url.pathname;
  search = url.search;
  fragment = url.hash.slice(1);
  if (moved) scrollTo(0, 0);
  else if (fragment) document.getElementById(fragment)?.scrollIntoView();
}

/** Keeps in the address what of this screen is asked for; what is empty leaves it. */
export function ask(changes: Record<string, string>, how: { replace?: boolean } = {}): void {
  go(location.pathname + withAsked(location.search, changes), how);
}

/** Takes over the clicks on links of the app and the browser's back and forward. Returns how to stop. */
export function followLinks(): () => void {
  const onClick = (event: MouseEvent) => {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (!link?.href || link.target || link.hasAttribute("download")) return;
    const url = new URL(link.href);
    if (url.origin !== location.origin || isServersOwn(url.pathname)) return;
    if (url.pathname === location.pathname && url.hash) return;
    event.preventDefault();
    go(url.pathname + url.search + url.hash);
  };
  const onReturn = () => {
    if (location.pathname !== path) moves += 1;
    path = location.pathname;
    search = location.search;
    fragment = location.hash.slice(1);
  };
  document.addEventListener("click", onClick);
  addEventListener("popstate", onReturn);
  return () => {
    document.removeEventListener("click", onClick);
    removeEventListener("popstate", onReturn);
  };
}
