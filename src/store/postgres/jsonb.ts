/**
 * PostgreSQL's jsonb takes neither U+0000 nor a lone half of a surrogate pair (manual, "JSON Types"), and people's text may
 * hold both. They are stored behind a mark, a code point Unicode will never give to a character; the mark itself is
 * stored twice.
 */
const MARK = '\uFDD0';

/** Any escape of a JSON text, taken as a whole, so that the `u` behind an escaped backslash is none. */
const ESCAPES = /\\(?:u(0000|d[89ab][0-9a-f]{2}|d[c-f][0-9a-f]{2})|.)|\uFDD0/gsu;
const MARKED = /\uFDD0(0000|d[0-9a-f]{3}|\uFDD0)/gu;

const MARK_BYTES = Buffer.from(MARK);
const ESCAPE_BYTES = Buffer.from('\\u');
/** What PostgreSQL's binary format of a jsonb begins with (`jsonb_recv`). */
const VERSION = Buffer.from([1]);

/** A JSON text, as `JSON.stringify` gives it, made fit for jsonb. */
export const intoJsonb = (json: string): string =>
  json.replace(ESCAPES, (found, code: string | undefined) => {
    if (found === MARK) return MARK + MARK;
    return code === undefined ? found : MARK + code;
  });

/** The JSON text that was stored, of what jsonb gives back. */
export const outOfJsonb = (stored: string): string =>
  stored.includes(MARK) ? stored.replace(MARKED, (_, code: string) => (code === MARK ? MARK : `\\u${code}`)) : stored;

/**
 * JSON bytes, in pieces, as a parameter of type jsonb in PostgreSQL's binary format: no copy as text is made of a document
 * of a megabyte.
 */
export const jsonbParameter = (json: readonly Buffer[]): Buffer => {
  const whole = Buffer.concat([VERSION, ...json]);
  if (!whole.includes(ESCAPE_BYTES) && !whole.includes(MARK_BYTES)) return whole;
  return Buffer.concat([VERSION, Buffer.from(intoJsonb(whole.toString('utf8', VERSION.length)))]);
};
