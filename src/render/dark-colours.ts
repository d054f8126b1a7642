/** The colours of the web page on a dark screen: the theme's own, and for the rest its light ones made to be seen there. */
import { contrast, mix } from '../report/charts/parts/colour.ts';
import type { DarkColours, ThemeColours } from './theme-schema.ts';

/** What the contrasts are made for; text has some to spare over the 4.5 that is asked. */
const wanted = { text: 7, faint: 6, accent: 5 };

const white = '#ffffff';

/** Above it a tint is nearly white, and has no colour left. */
const strongest = 9;

/** All of them; `own` are those the theme gives. */
export function darkColoursOf(colours: ThemeColours, own: Partial<DarkColours> = {}): DarkColours {
  const background = own.background ?? mix('#0f1113', colours.primary, 0.1);
  const panel = own.panel ?? mix(background, white, 0.05);
  const lighter = (colour: string, least: number) => lightened(colour, [background, panel], least);
  const text = own.text ?? mix(white, background, 0.08);
  return {
    background,
    panel,
    text,
    faint: own.faint ?? lighter(mix(text, background, 0.4), wanted.faint),
    primary: own.primary ?? lighter(colours.primary, wanted.text),
    accent: own.accent ?? lighter(colours.accent, wanted.accent),
    rule: own.rule ?? mix(background, white, 0.22),
    series: own.series ?? colours.series.map((colour) => mirrored(colour, colours.background, background)),
  };
}

/** The first tint of the colour that stands out from all the grounds; white where none does. */
function lightened(colour: string, grounds: readonly string[], least: number): string {
  const tints = Array.from({ length: 20 }, (_, step) => mix(colour, white, step / 20));
  return tints.find((tint) => grounds.every((ground) => contrast(tint, ground) >= least)) ?? white;
}

/** The tint or shade that stands out from the dark ground as much as the colour does from the paper: what is strong stays strong. */
function mirrored(colour: string, paper: string, ground: string): string {
  const wished = Math.min(contrast(colour, paper), strongest);
  const isFainter = contrast(colour, ground) < wished;
  const steps = Array.from({ length: 40 }, (_, step) => mix(colour, isFainter ? white : ground, step / 40));
  const found = steps.find((step) => contrast(step, ground) < wished !== isFainter);
  return found ?? (isFainter ? white : ground);
}
