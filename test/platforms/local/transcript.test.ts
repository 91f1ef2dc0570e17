import { describe, expect, it } from 'vitest';
import type { Card } from '../../../src/cards/card.ts';
import { type NewEntry, Transcript } from '../../../src/platforms/local/transcript.ts';
import type { TranscriptEntry } from '../../../src/platforms/local/wire.ts';

const card = (title: string): Card => ({ title, subtitle: '', tone: 'neutral', view: '本月', blocks: [] });
const replied = (id: string, title = id): NewEntry => ({
  kind: 'replied',
  id,
  at: 0,
  reply: { kind: 'card', card: card(title), toast: title },
});
const titles = (entries: TranscriptEntry[]) => entries.map((entry) => [entry.id, entry.order]);

describe('Transcript', () => {
  it('shows an entry once, whatever comes again under its id', () => {
    const transcript = new Transcript();
    expect(transcript.add(replied('k1', 'first'))).toBe(true);
    expect(transcript.add(replied('k1', 'second'))).toBe(false);
    expect(transcript.since(0)).toHaveLength(1);
    expect(transcript.card('k1')?.title).toBe('first');
  });

  it('does not show an entry again after it was dropped', () => {
    const transcript = new Transcript();
    for (let n = 0; n < 1_000; n += 1) transcript.add(replied(`k${n}`));
    expect(transcript.add(replied('k0'))).toBe(false);
  });

  it('keeps the last 400 entries', () => {
    const transcript = new Transcript();
    for (let n = 1; n <= 450; n += 1) transcript.add(replied(`k${n}`));
    const kept = transcript.since(0);
    expect(kept).toHaveLength(400);
    expect(kept[0]?.id).toBe('k51');
    expect(kept.at(-1)?.id).toBe('k450');
  });

  it('tells what is new since a revision, a card drawn anew among it, at its old place', () => {
    const transcript = new Transcript();
    transcript.add(replied('k1'));
    transcript.add(replied('k2'));
    const seen = transcript.since(0).at(-1)?.revision ?? 0;
    transcript.add(replied('k3'));
    transcript.redraw('k1', card('anew'));
    expect(titles(transcript.since(seen))).toEqual([
      ['k3', 3],
      ['k1', 1],
    ]);
    expect(transcript.card('k1')?.title).toBe('anew');
  });

  it('draws nothing anew that is not a card or is gone', () => {
    const transcript = new Transcript();
    transcript.add({ kind: 'replied', id: 'text', at: 0, reply: { kind: 'text', text: '好' } });
    transcript.redraw('text', card('anew'));
    transcript.redraw('nowhere', card('anew'));
    expect(transcript.card('text')).toBeUndefined();
    expect(transcript.since(1)).toEqual([]);
  });

  it('tells its listeners until they leave', () => {
    const transcript = new Transcript();
    const heard: string[] = [];
    const leave = transcript.subscribe((entry) => heard.push(entry.id));
    transcript.add(replied('k1'));
    transcript.redraw('k1', card('anew'));
    leave();
    transcript.add(replied('k2'));
    expect(heard).toEqual(['k1', 'k1']);
  });
});
