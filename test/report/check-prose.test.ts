/** Prose against figures: amounts typed by hand, words that are not true, and names left over from another text. */
import { describe, expect, it } from 'vitest';
import { placeAt } from '../../src/problem/source.ts';
import { otherInterventions, proseProblems } from '../../src/report/check-prose.ts';
import { reportContext } from '../../src/report/context.ts';
import { figuresOf } from '../../src/report/figures.ts';
import { assessedWith } from '../model/comparing-scenario.ts';
import { danish } from './danish.ts';

const assessment = assessedWith();
/** 130.000 kr. in all, 4.333 kr. per child that completes: “ca. 4.300 kr.”, “godt 4.300 kr.” */
const figures = figuresOf(reportContext(assessment, danish));

function problemsOf(markdown: string, otherNames: readonly string[] = []) {
  const source = { path: 'tekst.md', text: markdown };
  const texts = [{ markdown, placeOf: (offset: number, length: number) => placeAt(source, offset, offset + length) }];
  return proseProblems({ texts, figures, language: danish, otherNames });
}

const codesOf = (markdown: string) => problemsOf(markdown).map(({ code }) => code);

describe('an amount typed by hand', () => {
  it('is a warning with its place', () => {
    const [problem] = problemsOf('Det koster 76.000 kr. i alt.');
    expect(problem).toMatchObject({ severity: 'warning', code: 'figure-typed', place: { column: 12, length: 10 } });
  });

  it('is given the name of the figure it repeats', () => {
    expect(problemsOf('Det koster 4.300 kr. for hvert barn.')[0]?.hint).toBe('write {{perCompleted}}');
  });

  it('is told from a number of something else', () => {
    expect(codesOf('I 4 dage mødes 1.200 børn, 9 procent af dem i år 2016.')).toEqual([]);
  });

  it.each([
    ['a quotation', 'Notatet skriver: “prisen er 76.000 kr. pr. familie”.'],
    ['a block quotation', '> Prisen er 76.000 kr. pr. familie.'],
    ['a paragraph that names its source', 'Ifølge VIVE er prisen 76.000 kr. (VIVE 2019, s. 4).'],
    ['a paragraph with a link', 'Prisen er 76.000 kr. ([VIVE](https://www.vive.dk)).'],
  ])('is left alone in %s', (_where, markdown) => {
    expect(codesOf(markdown)).toEqual([]);
  });

  it('is not left alone because another paragraph names a source', () => {
    expect(codesOf('Se VIVE (2019).\n\nPrisen er 76.000 kr.')).toEqual(['figure-typed']);
  });
});

describe('knap and godt', () => {
  it.each([
    ['typed on the wrong side', 'Det koster knap 4.300 kr. for hvert barn.'],
    ['before a figure on the wrong side', 'Det koster knap {{perCompleted.plain}} for hvert barn.'],
    ['before a figure in full', 'Det koster godt {{perCompleted.exact}} for hvert barn.'],
    ['before a figure that is what is printed', 'Det koster godt {{total.plain}}.'],
    ['before a figure that brings its own word', 'Det koster ca. {{perCompleted}} for hvert barn.'],
  ])('are a warning when they are not true: %s', (_how, markdown) => {
    expect(codesOf(markdown)).toEqual(['word-untrue']);
  });

  it.each([
    'godt {{perCompleted.plain}}',
    'ca. {{perCompleted.plain}}',
    '{{perCompleted.near}}',
    'ca. {{total.exact}}',
  ])('are left alone when they are true: %s', (written) => {
    expect(codesOf(`Det koster ${written} for hvert barn.`)).toEqual([]);
  });
});

describe('the name of another intervention', () => {
  it('is a warning', () => {
    expect(problemsOf('Her bruges Cool Kids i skolen.', ['cool kids'])).toMatchObject([{ code: 'name-foreign' }]);
  });

  it('is no part of another word', () => {
    expect(problemsOf('Et skolekursus.', ['kursus'])).toEqual([]);
  });

  it('may be the note’s own, a longer form of it, its comparator, or one that is mentioned on purpose', () => {
    const { scenario } = assessedWith('mentions: [Cool Kids]').priced;
    const known = ['indsatsen', 'Indsatsen i skolen', 'Cool Kids', 'PALS'];
    expect(otherInterventions(scenario, known)).toEqual(['PALS']);
  });
});
