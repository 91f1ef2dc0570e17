/** How a digest may be ordered: by section of the plan, by 责任单位, by the person answerable. */
export type Grouping = 'section' | 'unit' | 'person';

/** What a person says for each. */
export const GROUPING_NAMES: Record<Grouping, string> = { section: '按部分', unit: '按单位', person: '按人' };
