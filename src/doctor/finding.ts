/** A sentence in both languages of the report. */
export interface Words {
  zh: string;
  en: string;
}

/**
 * One thing the doctor found. `good` is as it should be, `note` is worth knowing and stops nothing, `fault` keeps the bot,
 * or part of it, from working; `todo` is the way out.
 */
export interface Finding {
  level: 'good' | 'note' | 'fault';
  says: Words;
  todo?: Words;
}

/** One thing to look at. */
export interface Check {
  about: Words;
  /** What was found; looks only, and changes nothing. May throw: that is a finding too. */
  look(): Promise<Finding[]>;
}

export const good = (zh: string, en: string): Finding => ({ level: 'good', says: { zh, en } });
export const note = (says: Words, todo?: Words): Finding => ({ level: 'note', says, ...(todo && { todo }) });
export const fault = (says: Words, todo: Words): Finding => ({ level: 'fault', says, todo });
