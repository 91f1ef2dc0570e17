import type { DoorResponse } from '../platform.ts';
import type { PageState, PostAnswer, Refusal } from './wire.ts';

/** An answer to the page's script; never kept by the browser. */
export const json = (status: number, body: PageState | PostAnswer | Refusal): DoorResponse => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
  body: JSON.stringify(body),
});
