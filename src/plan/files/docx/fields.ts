/** A table of contents, an index and the like repeat what stands elsewhere; a hidden field shows nothing. */
const REPEATS = /^\s*(?:TOC|INDEX|TOA|XE|TC|RD|PAGE|NUMPAGES|SECTIONPAGES)\b/iu;

/** What of a field is shown: its result, unless it only repeats what stands elsewhere. */
export const isShown = (instruction: string): boolean => !REPEATS.test(instruction);

/** The fields open at a place of the document; a result may run over many paragraphs. */
export class Fields {
  #open: { instruction: string; inResult: boolean }[] = [];

  begin(): void {
    this.#open.push({ instruction: '', inResult: false });
  }

  instruction(text: string): void {
    const top = this.#open.at(-1);
    if (top && !top.inResult) top.instruction += text;
  }

  separate(): void {
    const top = this.#open.at(-1);
    if (top) top.inResult = true;
  }

  end(): void {
    this.#open.pop();
  }

  /** A field whose instruction does not end with its paragraph is broken; the text behind it is not its instruction. */
  endParagraph(): void {
    this.#open = this.#open.filter(({ inResult }) => inResult);
  }

  get shown(): boolean {
    return this.#open.every(({ inResult, instruction }) => inResult && isShown(instruction));
  }
}
