import type { Card } from '../cards/card.ts';
import type { Digest } from './digest.ts';

/** The digest as a card for the chat: the first ten of each part, counts and a button for the rest. */
export declare function digestCard(digest: Digest): Card;
