import { deflateSync, inflateSync } from 'node:zlib';
import { BanjieError } from '../banjie-error.ts';
import { type Digest, isDigest } from './digest.ts';

/**
 * Fast rather than small: a paper of some hundred rows repeats itself, so that the least effort makes a tenth of it and the
 * greatest a twelfth.
 */
const LEVEL = 1;
/** No digest is larger; what unpacks to more was not sealed here. In bytes. */
const LARGEST = 64 * 1024 * 1024;

/**
 * A digest as the ledger keeps it: one short string, its JSON deflated (zlib, with its checksum) and in base64. A group has
 * a paper for each week of the year and looks at hardly one of them again; as rows they would be read, checked and frozen
 * with the group each time, and be half of its file.
 */
export const sealed = (digest: Digest): string =>
  deflateSync(JSON.stringify(digest), { level: LEVEL }).toString('base64');

/**
 * The digest of a ledger's record; undefined where it has none, or one this program cannot show. Groups from before
 * digests were sealed keep theirs as they are.
 * @throws BanjieError `paper-failed` for a string that is no sealed digest: what was sent must not be made up anew
 */
export const unsealed = (kept: unknown): Digest | undefined => {
  const digest = typeof kept === 'string' ? contentOf(kept) : kept;
  return isDigest(digest) ? digest : undefined;
};

const contentOf = (kept: string): unknown => {
  try {
    return JSON.parse(inflateSync(Buffer.from(kept, 'base64'), { maxOutputLength: LARGEST }).toString('utf8'));
  } catch (cause) {
    throw new BanjieError('paper-failed', '存下的这期报告读不出来了,群里发过的那份仍然有效;需要重印请恢复备份', {
      cause,
    });
  }
};
