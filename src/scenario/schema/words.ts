/** The Danish words an author chooses between, and what each is called in the code. */

/** Cost categories of the method (forberedelse, uddannelse, drift, investering i materiel). */
export const costCategories = ['preparation', 'training', 'operation', 'equipment'] as const;
export type CostCategory = (typeof costCategories)[number];

export const categoryWords = {
  forberedelse: 'preparation',
  uddannelse: 'training',
  drift: 'operation',
  materiel: 'equipment',
} as const satisfies Record<string, CostCategory>;

export const payers = ['kommune', 'region', 'stat', 'fond', 'borger'] as const;
export type Payer = (typeof payers)[number];

export const perspectives = [...payers, 'alle'] as const;
/** Whose costs the note's figures are: one payer's, or everybody's. */
export type Perspective = (typeof perspectives)[number];

export const driverWords = {
  'én gang': 'once',
  team: 'team',
  'team og år': 'teamYear',
  forløb: 'course',
  'påbegyndt deltager': 'started',
  'gennemført deltager': 'completed',
  session: 'session',
  medarbejder: 'employee',
  'medarbejder og år': 'employeeYear',
  år: 'year',
} as const;

/** What a cost follows: it is paid once for each of these. */
export type Driver = (typeof driverWords)[keyof typeof driverWords];

export const timingWords = { 'årets start': 'start', 'årets midte': 'middle', 'årets slutning': 'end' } as const;

export const residualWords = { lineær: 'linear', annuitet: 'annuity', ingen: 'none' } as const;

export const capacityWords = { driftsår: 'year', 'teamets alder': 'age' } as const;

/** How a wage was counted; figures of different concepts must not be mixed in one note. */
export const wageConcepts = ['effektiv time', 'præsteret time', 'standardtime', 'betalt time', 'årsløn'] as const;
export type WageConcept = (typeof wageConcepts)[number];
