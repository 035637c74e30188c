/** Style sheets of views that are not on the first screen. @type {Map<string, Promise<void>>} */
const asked = new Map();

/**
 * Loads a sheet once. What draws with its colours waits for it.
 *
 * @param {string} path below the page's root
 * @returns {Promise<void>}
 */
export function styles(path) {
  const known = asked.get(path);
  if (known) return known;
  const loaded = new Promise((resolve, reject) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = new URL(`../../${path}`, import.meta.url).href;
    link.onload = () => resolve(undefined);
    link.onerror = () => reject(new Error(`the style sheet ${path} was not found`));
    document.head.append(link);
  }).then(() => undefined);
  asked.set(path, loaded);
  loaded.catch(() => asked.delete(path));
  return loaded;
}
