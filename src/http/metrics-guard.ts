import { createHash, timingSafeEqual } from 'node:crypto';

/** What decides who may read the metrics. */
export interface MetricsRequest {
  remoteAddress: string;
  /** The Authorization header as it came. */
  authorization: string | undefined;
  /** A proxy's headers are there: the real peer is elsewhere. */
  throughProxy: boolean;
}

const LOOPBACK = /^(?:::ffff:)?127\.|^::1$/u;
const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/**
 * Whether somebody may read `/metrics`: with a token whoever brings it as `Authorization: Bearer …`, without one only this
 * very machine. They hold nobody's text, but how much an office does is nobody else's affair.
 * @param token empty when none is configured
 */
export const mayReadMetrics = (
  { remoteAddress, authorization, throughProxy }: MetricsRequest,
  token: string,
): boolean => {
  if (token === '') return LOOPBACK.test(remoteAddress) && !throughProxy;
  return timingSafeEqual(digest(authorization ?? ''), digest(`Bearer ${token}`));
};
