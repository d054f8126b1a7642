/** Teams, and how many courses and participants they have room for. */
import { z } from 'zod';
import { count, duration, share } from '../quantity/quantities.ts';
import { choice } from './choice.ts';
import { idSchema, provenanceKeys } from './provenance.ts';
import { single, span, vector } from './quantity.ts';
import { capacityWords } from './words.ts';

export const teamSchema = z.strictObject({
  name: z.string().min(1).max(200).meta({ description: 'the team as it is printed' }),
  count: single(count, 'count', 'teams, all starting in year 1').optional(),
  startsByYear: z
    .record(z.string().regex(/^\d{1,4}$/, { error: 'a year' }), single(count, 'count', 'teams that start in that year'))
    .optional()
    .meta({ description: 'teams that start, by year, instead of `count`: { 1: 3, 2: 2 }' }),
  coursesPerTeam: vector(count, 'count', 'courses a team starts in a year'),
  capacityBy: choice(capacityWords, 'what the values of coursesPerTeam follow when there are several').optional(),
  participantsPerCourse: single(count, 'count', 'participants in a course; 1 for individual courses'),
  courseLength: span(duration, 'how long a course lasts: 1 år, 18 måneder, 6 uger'),
  completionRate: vector(share, 'share', 'share of those who start that complete: 92 pct.').optional(),
  completedPerCourse: vector(count, 'count', 'participants in a course who complete, instead of a rate').optional(),
  sessionsPerCourse: vector(count, 'count', 'sessions (meetings) in a course').optional(),
  staff: z
    .record(idSchema, single(count, 'count', 'people in this role in each team'))
    .optional()
    .meta({ description: 'who is in a team: people by role' }),
  ...provenanceKeys,
});
export type TeamInput = z.infer<typeof teamSchema>;
