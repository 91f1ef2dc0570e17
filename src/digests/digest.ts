import type { Instant } from '../calendar/date.ts';
import { freqOf, isPeriodKey, type PeriodKey } from '../calendar/period.ts';
import type { DigestKind } from '../workspace/settings.ts';
import type { GroupReminder } from './reminders/group-reminder.ts';

export { DIGEST_NAMES } from '../cards/digest-names.ts';
export type { DigestKind } from '../workspace/settings.ts';

/** All kinds, the longest period first: the order in which several due at one hour go out. */
export const DIGEST_KINDS: readonly DigestKind[] = ['yearly', 'halfyearly', 'quarterly', 'monthly', 'weekly'];

/**
 * One digest of one period, as the ledger knows it: `weekly:2026-W18` goes out in that very week,
 * `monthly:2026-04` sums up April and goes out in May, `quarterly:2026-Q2` in July.
 */
export type Slot = `${DigestKind}:${PeriodKey}`;

export const slotOf = (kind: DigestKind, period: PeriodKey): Slot => `${kind}:${period}`;

/** The kind and period of a slot; undefined for a text that names none. */
export const readSlot = (text: string): { kind: DigestKind; period: PeriodKey } | undefined => {
  const colon = text.indexOf(':');
  const kind = DIGEST_KINDS.find((each) => each === text.slice(0, colon));
  const period = text.slice(colon + 1);
  return kind && isPeriodKey(period) && freqOf(period) === kind ? { kind, period } : undefined;
};

/** Where a task stands in the plan and whose it is, as typed: what a digest may be ordered by. */
export interface Belonging {
  /** The outermost heading of the plan; empty when there is none. */
  section: string;
  leaders: string[];
  units: string[];
  owners: string[];
}

/** A task as a digest names it. Names and title are as typed; `note` and `date` are Chinese, ready to print. */
export interface DigestRow extends Belonging {
  number: number;
  title: string;
  light: string;
  /** What stands in front: the days something was closed (`4月3日`); empty where no day is told. */
  date: string;
  /** What stands behind: the deadline, how late, why not, the remark it was closed with. */
  note: string;
}

/** A target as a digest tells it, in the target's unit. Shares are 0–1 and may pass 1. */
export interface DigestTarget {
  number: number;
  title: string;
  name: string;
  unit: string;
  /** The target itself, as a figure and as said: 500, `≥500人`. */
  value: number;
  goal: string;
  /**
   * What was added in the digest's period: last week's and this week's, or the month's. Null when a first total was
   * reported in it, of which nobody told how much is new.
   */
  changes: { label: string; value: number | null }[];
  cumulative: number;
  share: number;
  /** False while nothing was reported. */
  reported: boolean;
  /** 序时: the share of the task's time that had gone. Missing in digests that were kept before there were pictures. */
  expected?: number;
  /** Missing in digests that were kept before they could be ordered. */
  of?: Belonging;
}

/** Things to do under one outermost heading of the plan, one per period of a recurring task; `name` empty for those under none. */
export interface SectionCount {
  name: string;
  total: number;
  closed: number;
  overdue: number;
}

/** Tasks, or targets, under one heading. `say` is the command that lists the whole of it as it stands today. */
export type DigestPart =
  | { kind: 'tasks'; heading: string; numbered: boolean; owners: boolean; rows: DigestRow[]; say: string; none: string }
  | { kind: 'targets'; heading: string; rows: DigestTarget[]; unlisted: number; say: string; none: string };

/** 一个标题下的各部分: a 周报 has one chapter without a title, a 月报 `4月份工作总结` and `5月份工作安排`, and so the longer ones. */
export interface DigestChapter {
  title: string;
  parts: DigestPart[];
}

/**
 * A digest, compiled: plain JSON data, kept in the ledger as it was sent so that it prints the same for ever.
 * Shown as a card, as text and as a paper, in the order of its facts or by section, unit or person.
 */
export interface Digest {
  format: 1;
  kind: DigestKind;
  period: PeriodKey;
  /** `周报 第18周(4月27日—5月3日)`, `4月月报`, `二季度季报`, `上半年总结`, `2026年年终总结`. */
  title: string;
  /** Titles of the plans it tells about. */
  plan: string;
  /** 数据截至: the moment of the facts. */
  asOf: Instant;
  /** 补发: sent after its hour. */
  late: boolean;
  /** The period was not over when it was compiled. */
  running: boolean;
  chapters: DigestChapter[];
  /** One line of counts. */
  counts: string;
  /** What each section of the plan came to, for a picture; missing in a 周报, and in digests kept before there were pictures. */
  sections?: SectionCount[];
  /** Warnings, a sentence each: a year whose holidays are not known. */
  notes: string[];
  /** The reminders of the day it went out, which came with it. A paper to hand in leaves them out. */
  reminders?: GroupReminder;
}

/** True for data of the ledger that is a digest this program can show. */
export const isDigest = (value: unknown): value is Digest =>
  typeof value === 'object' && value !== null && (value as { format?: unknown }).format === 1 && 'chapters' in value;
