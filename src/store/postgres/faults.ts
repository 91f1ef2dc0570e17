/**
 * What a failed call to PostgreSQL calls for (manual, appendix A "PostgreSQL Error Codes").
 * - `again`: nothing was kept, and the same may succeed now: two transactions met
 * - `away`: the server is not there or not well; whether a commit under way was kept is not known
 * - `final`: it would fail the same way again
 */
export type Fault = 'again' | 'away' | 'final';

/** serialization_failure, deadlock_detected, unique_violation: two processes made the same workspace at once. */
const MET_ANOTHER = new Set(['40001', '40P01', '23505']);
/** Classes: connection exception, insufficient resources, operator intervention, system error, and out of memory or connections among them. */
const AWAY_CLASSES = new Set(['08', '53', '57', '58']);
/** lock_not_available, read_only_sql_transaction: somebody holds the row, or the server became a standby. */
const AWAY = new Set(['55P03', '25006']);

/** The server's five-character code, or the system's name of a network error; undefined where there is none. */
export const codeOf = (error: unknown): string | undefined => {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : undefined;
};

const isServerCode = (code: string): boolean => /^[0-9A-Z]{5}$/u.test(code);

export const faultOf = (error: unknown): Fault => {
  const code = codeOf(error);
  if (code === undefined || !isServerCode(code)) return 'away';
  if (MET_ANOTHER.has(code)) return 'again';
  return AWAY.has(code) || AWAY_CLASSES.has(code.slice(0, 2)) ? 'away' : 'final';
};
