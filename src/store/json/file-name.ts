import { BanjieError } from '../../banjie-error.ts';
import type { WorkspaceId } from '../../workspace/workspace.ts';
import { checkWorkspaceId, isWorkspaceId } from '../document/workspace-id.ts';

const FILE_NAME = /^([a-z][a-z0-9]{0,15})\.((?:[a-z0-9_-]|\+[a-z]|%[0-9a-f]{2})+)\.json$/;
/** File systems stop at 255 bytes; temporary and set-aside files add up to 50 to the name. */
const LONGEST_NAME = 200;

const LOWER_OR_DIGIT = /[a-z0-9_-]/;
const UPPER = /[A-Z]/;

const spelled = (byte: number): string => {
  const letter = String.fromCharCode(byte);
  if (LOWER_OR_DIGIT.test(letter)) return letter;
  if (UPPER.test(letter)) return `+${letter.toLowerCase()}`;
  return `%${byte.toString(16).padStart(2, '0')}`;
};

/**
 * The file name of a workspace: `feishu:oc_5aD1` is kept in `feishu.oc_5a+d1.json`. Two ids never share a name, also
 * where the file system takes `A` and `a` for the same letter or normalises Unicode: a name holds lower-case ASCII only.
 * @throws BanjieError `malformed` when `id` is no workspace id or too long for a file name
 */
export const fileNameOf = (id: WorkspaceId): string => {
  checkWorkspaceId(id);
  const colon = id.indexOf(':');
  const rest = [...Buffer.from(id.slice(colon + 1), 'utf8')].map(spelled).join('');
  const name = `${id.slice(0, colon)}.${rest}.json`;
  if (name.length > LONGEST_NAME) throw new BanjieError('malformed', 'a workspace id too long for a file name');
  return name;
};

/** The workspace a file belongs to; undefined for a name that {@link fileNameOf} would not give. */
export const workspaceIdOf = (fileName: string): WorkspaceId | undefined => {
  const [, platform, rest] = FILE_NAME.exec(fileName) ?? [];
  if (platform === undefined || rest === undefined) return undefined;
  const bytes = (rest.match(/\+[a-z]|%[0-9a-f]{2}|[a-z0-9_-]/g) ?? []).map((part) => {
    if (part.startsWith('+')) return part.slice(1).toUpperCase().charCodeAt(0);
    return part.startsWith('%') ? Number.parseInt(part.slice(1), 16) : part.charCodeAt(0);
  });
  const id = `${platform}:${Buffer.from(bytes).toString('utf8')}`;
  return isWorkspaceId(id) && fileNameOf(id) === fileName ? id : undefined;
};
