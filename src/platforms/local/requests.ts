import { z } from 'zod';
import type { DoorRequest } from '../platform.ts';
import type { ClickBody, FileBody, MessageBody } from './wire.ts';

/** Largest plan file taken, in bytes. */
export const FILE_LIMIT = 10 * 1024 * 1024;
/** Longest text of one message, in characters: a pasted plan fits. */
export const TEXT_LIMIT = 200_000;
/** A text of {@link TEXT_LIMIT} characters as JSON: up to 3 bytes for a Chinese character, and what goes around it. */
export const MESSAGE_BODY_LIMIT = 700_000;
/** A file of {@link FILE_LIMIT} in base64 and the message that comes with it. */
export const FILE_BODY_LIMIT = Math.ceil(FILE_LIMIT / 3) * 4 + MESSAGE_BODY_LIMIT;

const id = z.string().regex(/^[\w.:-]{1,64}$/u);
const message = {
  group: id,
  sender: id,
  id: z.string().regex(/^[\w-]{8,64}$/u),
  text: z.string().max(TEXT_LIMIT),
  toBot: z.boolean(),
  quote: z.string().max(200).nullable(),
};

const messageSchema = z.object(message);
const fileSchema = z.object({
  ...message,
  name: z
    .string()
    .min(1)
    .max(200)
    // A name only: no folders, no control characters.
    .refine((name) => !/[\p{Cc}/\\]/u.test(name)),
  // Not checked: a letter that is none of base64's is passed over in decoding.
  bytes: z.string(),
});
const clickSchema = z.object({
  group: id,
  sender: id,
  id: message.id,
  entry: z.string().max(200),
  say: z.string().min(1).max(2_000),
});

/** A body read against its schema, undefined when it is not what the page sends. */
function read<Body>(request: DoorRequest, schema: z.ZodType<Body>): Body | undefined {
  try {
    return schema.safeParse(JSON.parse(request.body.toString('utf8'))).data;
  } catch {
    return undefined;
  }
}

export const readMessage = (request: DoorRequest): MessageBody | undefined => read(request, messageSchema);
export const readFile = (request: DoorRequest): FileBody | undefined => read(request, fileSchema);
export const readClick = (request: DoorRequest): ClickBody | undefined => read(request, clickSchema);
