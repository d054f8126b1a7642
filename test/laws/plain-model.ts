/**
 * The method once more, in plain loops over plain numbers and by another road than src/model: people and pieces are
 * followed one by one through the years. Only for tests: what both say is likely what METHOD says.
 */
import type { AvoidedCostInput } from '../../src/scenario/schema/costs.ts';
import type { EquipmentInput } from '../../src/scenario/schema/equipment.ts';
import type { Quantity } from '../../src/scenario/schema/quantity.ts';
import type { Scenario } from '../../src/scenario/schema/scenario.ts';
import type { TeamInput } from '../../src/scenario/schema/teams.ts';
import type { TrainingInput } from '../../src/scenario/schema/training.ts';
import type { Payer } from '../../src/scenario/schema/words.ts';

export interface PlainTotals {
  readonly gross: number;
  readonly subsidies: number;
  readonly savings: number;
  readonly completed: number;
}

export function plainTotals(scenario: Scenario): PlainTotals {
  const model = new PlainModel(scenario);
  return { gross: model.gross(), subsidies: model.subsidies(), savings: model.savings(), completed: model.completed() };
}

type Shares = Partial<Record<Payer, number>> | undefined;

/** The value of a figure in a year; the last of a list goes on. */
function at(quantity: Quantity | undefined, year = 1, absent = Number.NaN): number {
  return quantity?.values[year - 1] ?? quantity?.values.at(-1) ?? absent;
}

class PlainModel {
  readonly #scenario: Scenario;
  readonly #horizon: number;

  constructor(scenario: Scenario) {
    this.#scenario = scenario;
    this.#horizon = at(scenario.timeHorizon);
  }

  gross(): number {
    const { costs = {}, training = {}, equipment = {} } = this.#scenario;
    let total = 0;
    for (const line of Object.values(costs)) total += this.#line(line);
    for (const course of Object.values(training)) total += this.#training(course);
    for (const bought of Object.values(equipment)) total += this.#share(bought.payers) * this.#equipment(bought);
    return total;
  }

  savings(): number {
    let total = 0;
    for (const line of Object.values(this.#scenario.avoidedCosts ?? {})) total += this.#line(line);
    return total;
  }

  subsidies(): number {
    const perspective = this.#scenario.perspective ?? 'kommune';
    let total = 0;
    for (const grant of Object.values(this.#scenario.grants ?? {})) {
      if ((grant.to ?? 'kommune') === perspective) total += at(grant.amount) * grant.years.length;
      if (grant.from === perspective) total -= at(grant.amount) * grant.years.length;
    }
    return total;
  }

  completed(): number {
    let total = 0;
    for (const team of this.#teams())
      for (let year = 1; year <= this.#horizon; year++) total += this.#graduates(team, year);
    return total;
  }

  #teams(names?: readonly string[]): TeamInput[] {
    return Object.entries(this.#scenario.teams ?? {}).flatMap(([id, team]) =>
      (names?.includes(id) ?? true) ? [team] : [],
    );
  }

  #share(payers: Shares): number {
    const perspective = this.#scenario.perspective ?? 'kommune';
    return perspective === 'alle' ? 1 : ((payers ?? { kommune: 1 })[perspective] ?? 0);
  }

  #starting(team: TeamInput, year: number): number {
    return team.startsByYear === undefined ? (year === 1 ? at(team.count) : 0) : at(team.startsByYear[year], 1, 0);
  }

  #active(team: TeamInput, year: number): number {
    let teams = 0;
    for (let start = 1; start <= year; start++) teams += this.#starting(team, start);
    return teams;
  }

  #courses(team: TeamInput, year: number): number {
    if (year > Math.floor(this.#horizon - at(team.courseLength) + 1 + 1e-9)) return 0;
    let courses = 0;
    for (let start = 1; start <= year; start++)
      courses +=
        this.#starting(team, start) * at(team.coursesPerTeam, team.capacityBy === 'age' ? year - start + 1 : year);
    return courses;
  }

  #graduates(team: TeamInput, year: number): number {
    const each =
      team.completedPerCourse === undefined
        ? at(team.participantsPerCourse) * at(team.completionRate, year)
        : at(team.completedPerCourse, year);
    return this.#courses(team, year) * each;
  }

  #people(team: TeamInput): number {
    return Object.values(team.staff ?? {}).reduce((sum, people) => sum + at(people), 0);
  }

  #hour(role: string, year: number): number {
    const { hourlyCost, annualPay, effectiveHours, overhead } = this.#scenario.staff?.[role] ?? {};
    const added = 1 + at(overhead, 1, 0);
    if (hourlyCost !== undefined) return at(hourlyCost, year) * added;
    if (effectiveHours === undefined) return Number.NaN;
    if ('norm' in effectiveHours) return Number.NaN;
    let hours = 'gross' in effectiveHours ? at(effectiveHours.gross) : at(effectiveHours);
    if ('gross' in effectiveHours) for (const off of Object.values(effectiveHours.deductions)) hours -= at(off);
    return (at(annualPay, year) / hours) * added;
  }

  #line(line: AvoidedCostInput): number {
    if (line.memo !== undefined) return 0;
    let total = 0;
    for (let year = 1; year <= this.#horizon; year++) total += this.#times(line, year) * this.#each(line, year);
    return (this.#share(line.payers) * total) / at(line.sharedBetween, 1, 1);
  }

  #each(line: AvoidedCostInput, year: number): number {
    if (line.amount !== undefined) return at(line.amount, year) * at(line.quantity, 1, 1);
    if (typeof line.staff === 'string') return at(line.hours) * this.#hour(line.staff, year);
    let pay = 0;
    for (const [role, people] of Object.entries(line.staff ?? {}))
      pay += at(line.hours) * at(people) * this.#hour(role, year);
    return pay;
  }

  #times(line: AvoidedCostInput, year: number): number {
    const { per, years } = line;
    if (years !== undefined && !years.includes(year)) return 0;
    if (per.kind === 'year') return 1;
    if (per.kind === 'once') return year === (years?.[0] ?? 1) ? 1 : 0;
    if (per.kind === 'everyYears') return (year - (years?.[0] ?? 1)) % per.interval === 0 ? 1 : 0;
    const { kind } = per;
    return this.#teams(line.teams).reduce((sum, team) => sum + this.#timesOfTeam(kind, team, year), 0);
  }

  #timesOfTeam(kind: AvoidedCostInput['per']['kind'], team: TeamInput, year: number): number {
    const counts: Partial<Record<typeof kind, number>> = {
      team: this.#starting(team, year),
      teamYear: this.#active(team, year),
      course: this.#courses(team, year),
      started: this.#courses(team, year) * at(team.participantsPerCourse),
      completed: this.#graduates(team, year),
      session: this.#courses(team, year) * at(team.sessionsPerCourse, year, 0),
      employee: this.#starting(team, year) * this.#people(team),
      employeeYear: this.#active(team, year) * this.#people(team),
    };
    return counts[kind] ?? Number.NaN;
  }

  /** Every employee is followed from the year of the first training to the horizon. */
  #training(course: TrainingInput): number {
    let total = 0;
    for (const role of [course.staff].flat())
      for (let start = 1; start <= this.#horizon; start++)
        for (const team of this.#teams())
          total +=
            this.#starting(team, start) *
            at(team.staff?.[role], 1, 0) *
            this.#career(course, role, course.years?.[0] ?? start);
    return total;
  }

  #career(course: TrainingInput, role: string, start: number): number {
    const hoursShare = this.#share(course.payers);
    const feeShare = this.#share(course.feePayers ?? course.payers);
    let total = 0;
    for (let year = start; year <= this.#horizon; year++) {
      const cost = hoursShare * at(course.hours) * this.#hour(role, year) + feeShare * at(course.fee, 1, 0);
      total += cost * this.#trainings(course, year - start);
    }
    return total;
  }

  #trainings({ renewal }: TrainingInput, age: number): number {
    const first = age === 0 ? 1 : 0;
    if (renewal === undefined) return first;
    if ('replacement' in renewal) return age === 0 ? 1 : at(renewal.replacement);
    if ('every' in renewal) return age % at(renewal.every) === 0 ? 1 : 0;
    return payment(at(renewal.interest), at(renewal.spreadOver), renewal.timing ?? 'end');
  }

  /** Every piece is followed to the end of its life, and the next after it. */
  #equipment(bought: EquipmentInput): number {
    if (bought.per !== 'team') return this.#pieces(bought, bought.year ?? 1);
    let total = 0;
    for (let year = 1; year <= this.#horizon; year++)
      for (const team of this.#teams()) total += this.#starting(team, year) * this.#pieces(bought, year);
    return total;
  }

  #pieces(bought: EquipmentInput, year: number): number {
    const life = at(bought.usefulLife);
    const price = at(bought.amount) * at(bought.quantity, 1, 1);
    let total = 0;
    let end = year - 1;
    while (end < this.#horizon - 1e-9) {
      total += price;
      end += life;
    }
    return total - price * leftOver(bought, life, end - this.#horizon);
  }
}

/** Part of the price that is left, `unused` years before the end of a life. */
function leftOver(bought: EquipmentInput, life: number, unused: number): number {
  if (bought.residualValue === 'none') return 0;
  const rate = at(bought.interest, 1, 0);
  if (rate === 0) return unused / life;
  return worthOfPayments(rate, unused) / worthOfPayments(rate, life);
}

/** The yearly payment that is worth 1, paid at that time of each year. */
function payment(rate: number, years: number, timing: 'start' | 'middle' | 'end'): number {
  const atEnd = rate === 0 ? 1 / years : 1 / worthOfPayments(rate, years);
  const lead = { start: 1, middle: 0.5, end: 0 }[timing];
  return atEnd * (1 + rate) ** -lead;
}

/** Present value of 1 at the end of each year. */
function worthOfPayments(rate: number, years: number): number {
  return (1 - (1 + rate) ** -years) / rate;
}
