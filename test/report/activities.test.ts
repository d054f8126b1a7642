/** Hours of a course, and what the operation is called where training is renewed. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { reportContext } from '../../src/report/context.ts';
import { figuresOf } from '../../src/report/figures.ts';
import { figureText, headlinesOf, sentencesOf } from '../../src/report/sentences.ts';
import { tablesOf } from '../../src/report/tables/tables.ts';
import { assessText } from '../model/assessed.ts';
import { danish, seen } from './seen.ts';

// Two teams, each five courses a year with four participants; 10 hours for each participant.
const written = readFileSync(join(import.meta.dirname, '../fixtures/analyses.yaml'), 'utf8');
const noText = written.replace(/\ntext:[\s\S]*$/, '\n');

function contextOf(text: string) {
  return reportContext(assessText(text), danish);
}

function activitiesOf(text: string) {
  const table = tablesOf(contextOf(text)).activities;
  return {
    title: table?.title,
    rows: table?.rows.map(({ head, cells }) => `${head} | ${seen(cells.join(' | '))}`),
    notes: table?.notes,
  };
}

describe('the hours of a course', () => {
  it('are those of all its participants, and the table says that it is of a course', () => {
    expect(activitiesOf(noText)).toEqual({
      title: 'Tidsforbrug pr. forløb',
      rows: ['Samtaler | 40', 'I alt | 40'],
      notes: ['Timerne er lagt sammen for alle, der deltager.', 'Gennemsnit af alle forløb i perioden.'],
    });
    expect(figureText(figuresOf(contextOf(noText)), ['hoursPerCourse'])).toBe('40\u00a0timer');
  });

  it('are called after the participant where a course has one', () => {
    const single = activitiesOf(noText.replace('participantsPerCourse: 4', 'participantsPerCourse: 1'));
    expect([single.title, single.rows?.[0]]).toEqual(['Tidsforbrug pr. borger', 'Samtaler | 10']);
  });

  it('have the sessions with them, and are an average where some courses go without', () => {
    const more = noText
      .replace('completionRate: 80 pct.', 'completionRate: 80 pct.\n    sessionsPerCourse: 6')
      .replace(
        'costs:\n',
        'costs:\n  moeder: { name: Møder, category: drift, per: session, hours: 3 timer, staff: raadgiver, assumption: Prøve. }\n  foerste: { name: Opstartsmøde, category: drift, per: forløb, years: 1, hours: 8 timer, staff: raadgiver, assumption: Prøve. }\n',
      );
    // 6 · 3 hours; 8 hours in one year of four; 4 · 10 hours.
    expect(activitiesOf(more).rows).toEqual(['Møder | 18', 'Opstartsmøde | 2', 'Samtaler | 40', 'I alt | 60']);
  });
});

describe('the share of the operation', () => {
  const renewed = noText.replace('fee: 8.000 kr.', 'fee: 8.000 kr.\n    renewal: { every: 2 år }');
  const said = (text: string) => {
    const context = contextOf(text);
    const figures = figuresOf(context);
    const panel = headlinesOf(context, figures).map(({ label, figure }) => `${label}: ${seen(figure)}`);
    return {
      panel: panel.filter((line) => line.includes('drift')),
      sentence: seen(sentencesOf(context, figures).shares ?? ''),
    };
  };

  it('is said to hold the renewed training, which the category of that name does not', () => {
    // 880 thousand kr. of operation and 80 of training in year 3, of 1,040 in all; the category alone is 85 pct.
    const { panel, sentence } = said(renewed);
    expect(panel).toEqual(['Andel til drift og fornyet uddannelse: 92 pct.']);
    expect(sentence).toMatch(/^Drift og fornyet uddannelse udgør 92 pct\. af omkostningerne/);
  });

  it('has its plain name where nothing is renewed', () => {
    const { panel, sentence } = said(noText);
    expect(panel[0]).toMatch(/^Andel til drift: /);
    expect(sentence).toMatch(/^Driften udgør /);
  });
});
