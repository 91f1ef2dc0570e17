/** A number or bullet in front: an item put in above renumbers all below it, and they are the same items still. */
const MARK =
  /^(?:第[一二三四五六七八九十\d]{1,3}(?:部分|章|项)[、.:]?|\(?[一二三四五六七八九十]{1,3}[)、.]|\(?\d{1,3}(?:[)、]|\.(?!\d))|[•●■◆·-])/u;

/** What makes two lines of a plan the same, whatever their numbering, the spacing and the width of their marks. */
export const lineIdentity = (text: string): string => text.normalize('NFKC').replace(/\s/gu, '').replace(MARK, '');
