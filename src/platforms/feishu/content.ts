import { z } from 'zod';
import { FILE_KEY } from './events.ts';

/** A message's content: what was written, with mention keys still in it, and the file it carries. */
export interface Content {
  text: string;
  file: { key: string; name: string } | null;
}

const textContent = z.object({ text: z.string() });
const fileContent = z.object({ file_key: z.string().regex(FILE_KEY), file_name: z.string().default('') });
const piece = z.object({
  tag: z.string(),
  text: z.string().optional(),
  user_id: z.string().optional(),
  user_name: z.string().optional(),
});
const postContent = z.object({ title: z.string().default(''), content: z.array(z.array(piece)) });

type Piece = z.infer<typeof piece>;

/** A rich-text piece in words; pictures and stickers have none. An @ stands as its key, like in a plain text. */
function wordsOf({ tag, text, user_id: userId, user_name: userName }: Piece): string {
  if (tag === 'hr') return '\n';
  if (tag !== 'at') return text ?? '';
  if (userId === 'all') return '@_all';
  return userId?.startsWith('@') ? userId : `@${userName ?? ''}`;
}

/** Reads the `content` string of a message. Kinds without words (a picture, a sticker) are an empty text. */
export function readContent(type: string, content: string): Content {
  let parsed: unknown;
  try {
    parsed = JSON.parse(content);
  } catch {
    return { text: '', file: null };
  }
  if (type === 'text') return { text: textContent.safeParse(parsed).data?.text ?? '', file: null };
  if (type === 'post') {
    const post = postContent.safeParse(parsed).data;
    const lines = [post?.title ?? '', ...(post?.content ?? []).map((pieces) => pieces.map(wordsOf).join(''))];
    return { text: lines.join('\n').trim(), file: null };
  }
  const file = type === 'file' ? fileContent.safeParse(parsed).data : undefined;
  return { text: '', file: file ? { key: file.file_key, name: file.file_name } : null };
}
