/** An answer of the server that is not the one asked for, or none at all (status 0). */
export class ApiError extends Error {
  /**
   * @param {number} status HTTP status; 0 when the server was not reached
   * @param {string} detail what the server says of it; may be empty
   * @param {string} [parameter] the parameter that it names
   */
  constructor(status, detail, parameter) {
    super(detail || `HTTP ${status}`);
    this.status = status;
    this.detail = detail;
    this.parameter = parameter;
  }
}

/** @type {() => void} */
let onUnauthorised = () => {};

/** @param {() => void} listener called when an answer is 401 */
export function whenUnauthorised(listener) {
  onUnauthorised = listener;
}

/**
 * @param {string} method
 * @param {string} path
 * @param {unknown} [body]
 * @returns {Promise<any>} the JSON answer; null for none
 */
async function call(method, path, body) {
  /** @type {Record<string, string>} */
  const headers = { Accept: 'application/json' };
  if (method !== 'GET') headers['X-NhaIn'] = '1';
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  let response;
  try {
    response = await fetch(path, {
      method,
      headers,
      credentials: 'same-origin',
      cache: 'no-store',
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch (e) {
    throw new ApiError(0, e instanceof Error ? e.message : String(e));
  }
  if (!response.ok) {
    const problem = await response.json().catch(() => ({}));
    if (response.status === 401 && !(path === '/api/session' && method === 'POST')) onUnauthorised();
    throw new ApiError(response.status, problem.detail ?? problem.title ?? response.statusText, problem.parameter);
  }
  const text = await response.text();
  return text === '' ? null : JSON.parse(text);
}

/** @param {string} path */
export const get = (path) => call('GET', path);
/** @param {string} path @param {unknown} [body] */
export const post = (path, body) => call('POST', path, body ?? {});
/** @param {string} path */
export const del = (path) => call('DELETE', path);

/**
 * A path with parameters; those that are null, false or empty are left out.
 *
 * @param {string} path
 * @param {Record<string, string|number|boolean|null|undefined>} parameters
 */
export function withQuery(path, parameters) {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(parameters)) {
    if (value !== null && value !== undefined && value !== '' && value !== false) query.set(key, String(value));
  }
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}
