import { describe, expect, it } from 'vitest';
import { sayClock, sayDay } from '../../../src/platforms/local/page/say-time.ts';

const at = (text: string) => Date.parse(`${text}+08:00`);

describe('times on the page', () => {
  it('are those of Shanghai wherever the browser is', () => {
    expect(sayClock(at('2026-11-20T09:05:00'))).toBe('09:05');
    expect(sayClock(at('2026-11-20T00:00:00'))).toBe('00:00');
  });

  it('name the day as people do', () => {
    const now = at('2026-11-20T00:30:00');
    expect(sayDay(at('2026-11-20T00:00:00'), now)).toBe('今天');
    expect(sayDay(at('2026-11-19T23:59:00'), now)).toBe('昨天');
    expect(sayDay(at('2026-11-18T23:59:00'), now)).toBe('11月18日');
  });
});
