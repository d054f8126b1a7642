/** “Did you mean …?”: the nearest known word, when it is near enough to be a slip of the hand. */
import { distance } from 'fastest-levenshtein';

/** The known word nearest to `word`, or undefined when none is within about a third of its letters. */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  const wanted = word.toLowerCase();
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.ceil(wanted.length / 3)) + 1;
  for (const candidate of known) {
    const steps = distance(wanted, candidate.toLowerCase());
    if (steps < bestDistance) {
      best = candidate;
      bestDistance = steps;
    }
  }
  return best;
}

/** A hint that names the nearest word, or else lists what there is (at most `limit` of it). */
export function suggestion(word: string, known: Iterable<string>, limit = 12): string {
  const words = [...known];
  const near = nearest(word, words);
  if (near !== undefined) return `did you mean “${near}”?`;
  if (words.length === 0) return 'there is none to choose from';
  const shown = words.slice(0, limit).join(', ');
  return `choose one of: ${shown}${words.length > limit ? ' …' : ''}`;
}
