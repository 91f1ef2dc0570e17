import type { Logger as SdkLogger } from '@larksuiteoapi/node-sdk';
import type { Logger } from 'pino';

/** Things that grant access wherever they stand: bearer tokens, tenant tokens, tickets in a socket's address. */
const PATTERNS: [RegExp, string][] = [
  [/Bearer\s+[\w.~+/=-]+/giu, 'Bearer ***'],
  [/\b[tu]-[\w.-]{10,}/gu, '***'],
  [/\b(access_key|ticket|device_id)=[^&\s"']+/gu, '$1=***'],
];

/** Takes everything out of a text that must not be in a log. */
export function redact(text: string, secrets: string[]): string {
  const known = secrets
    .filter((secret) => secret !== '')
    .reduce((rest, secret) => rest.replaceAll(secret, '***'), text);
  return PATTERNS.reduce((rest, [pattern, stead]) => rest.replace(pattern, stead), known);
}

/**
 * A logger for the SDK. The SDK logs whole request errors, app_secret, bearer token and people's messages included; of what
 * it gives, only plain words are kept, redacted. Its debug and trace lines are dropped: they hold people's messages.
 */
export function redactingLog(log: Logger, secrets: string[]): SdkLogger {
  const words = (given: unknown): string[] => {
    if (Array.isArray(given)) return given.flatMap(words);
    if (given instanceof Error) return [given.name];
    return typeof given === 'string' ? [redact(given, secrets)] : [];
  };
  const line = (given: unknown[]) => words(given).join(' ').slice(0, 500) || 'a failed call';
  return {
    error: (...given) => log.warn({ sdk: line(given) }, 'feishu sdk'),
    warn: (...given) => log.warn({ sdk: line(given) }, 'feishu sdk'),
    info: (...given) => log.debug({ sdk: line(given) }, 'feishu sdk'),
    debug: () => undefined,
    trace: () => undefined,
  };
}
