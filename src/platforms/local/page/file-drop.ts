import { part } from './element.ts';

/** Lets a file be dropped anywhere on the page. */
export function acceptDrops(taken: (file: File) => void): void {
  const curtain = part('drop', HTMLElement);
  const holdsFile = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;
  let depth = 0;
  const enter = (step: number) => {
    depth = Math.max(0, depth + step);
    curtain.hidden = depth === 0;
  };
  addEventListener('dragenter', (event) => holdsFile(event) && enter(1));
  addEventListener('dragleave', (event) => holdsFile(event) && enter(-1));
  addEventListener('dragover', (event) => holdsFile(event) && event.preventDefault());
  addEventListener('drop', (event) => {
    if (!holdsFile(event)) return;
    event.preventDefault();
    depth = 0;
    curtain.hidden = true;
    const file = event.dataTransfer?.files[0];
    if (file !== undefined) taken(file);
  });
}
