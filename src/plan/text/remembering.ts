/**
 * A pure answer to a text, remembered for `most` texts of at most `longest` characters: a document asks for the same lines
 * again and again while it is cut into its outline. Longer texts are answered anew. What is remembered must not be changed.
 */
export const remembering = <Answer>(
  { most, longest }: { most: number; longest: number },
  answer: (text: string) => Answer,
): ((text: string) => Answer) => {
  const known = new Map<string, { answer: Answer }>();
  return (text) => {
    if (text.length > longest) return answer(text);
    const found = known.get(text);
    if (found) return found.answer;
    const fresh = answer(text);
    if (known.size >= most) known.clear();
    known.set(text, { answer: fresh });
    return fresh;
  };
};
