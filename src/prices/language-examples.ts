/** Examples of the language reference. Together those of the scenario are one scenario, which a test takes through the checks. */

export interface Example {
  readonly key: string;
  readonly yaml: string;
}

export const scenarioExamples: readonly Example[] = [
  { key: 'title', yaml: 'title: Omkostningsvurdering af gruppeforløb' },
  { key: 'intervention', yaml: 'intervention: gruppeforløb for forældre' },
  { key: 'abstract', yaml: 'abstract: Hvad det koster en kommune at drive gruppeforløb i 3 år.' },
  { key: 'layout', yaml: 'layout: omkostningsvurdering' },
  { key: 'issued', yaml: 'issued: november 2026' },
  { key: 'language', yaml: 'language: en' },
  { key: 'theme', yaml: 'theme: agency' },
  { key: 'lists', yaml: 'lists: ja' },
  { key: 'keywords', yaml: 'keywords: [familier, gruppeforløb]' },
  { key: 'publisher', yaml: 'publisher:\n  name: Kommunen\n  address: [Vejnavn 1, 0000 By]' },
  { key: 'priceYear', yaml: 'priceYear: 2016' },
  {
    key: 'indexation',
    yaml: 'indexation:\n  projection: { rate: 2 pct., reason: Som i de seneste års budgetter. }',
  },
  {
    key: 'timeHorizon',
    yaml: 'timeHorizon:\n  value: 3 år\n  assumption: Den periode, kommunen planlægger for.',
  },
  { key: 'firstYear', yaml: 'firstYear: 2016' },
  { key: 'perspective', yaml: 'perspective: kommune' },
  { key: 'participant', yaml: 'participant:\n  one: familie\n  many: familier\n  completed: gennemført familie' },
  { key: 'discounting', yaml: 'discounting: { schedule: officiel, date: 2016-12-31 }' },
  { key: 'rounding', yaml: 'rounding:\n  - { from: 0, to: 1 }\n  - { from: 10.000, to: 1.000 }' },
  {
    key: 'staff',
    yaml: `
staff:
  gruppeleder:
    name: Gruppeleder
    annualPay: 480.000 kr.
    effectiveHours: 1.400 timer
    overhead: 20 pct.
    source: { ref: loen-2016, at: tabel 3 }`,
  },
  {
    key: 'teams',
    yaml: `
teams:
  gruppe:
    name: Gruppe
    count: 2
    coursesPerTeam: [1, 2]
    participantsPerCourse: 8
    courseLength: ½ år
    completionRate: 80 pct.
    sessionsPerCourse: 12
    staff: { gruppeleder: 2 }
    assumption: Planlagt omfang.`,
  },
  {
    key: 'costs',
    yaml: `
costs:
  moeder:
    name: Gruppemøder
    category: drift
    per: session
    hours: 4 timer
    staff: { gruppeleder: 2 }
    assumption: To timers møde og to timers forberedelse.`,
  },
  {
    key: 'training',
    yaml: `
training:
  uddannelse:
    name: Uddannelse af gruppeledere
    staff: gruppeleder
    hours: 30 timer
    fee: 3.500 kr.
    feePayers: stat
    renewal: { replacement: 20 pct. }
    assumption: Som i andre kommuner.`,
  },
  {
    key: 'equipment',
    yaml: `
equipment:
  manualer:
    name: Manualer
    amount: 4.000 kr.
    per: team
    usefulLife: 5 år
    assumption: Et sæt til hver gruppe.`,
  },
  { key: 'notPriced', yaml: 'notPriced:\n  - name: Lokaler\n    reason: Kommunens egne lokaler bruges uden leje.' },
  {
    key: 'grants',
    yaml: `
grants:
  opstart:
    name: Opstartstilskud
    amount: 50.000 kr.
    years: 1
    from: stat
    assumption: Som ansøgt.`,
  },
  {
    key: 'avoidedCosts',
    yaml: `
avoidedCosts:
  samtaler:
    name: Færre enkeltsamtaler
    per: gennemført deltager
    hours: 3 timer
    staff: gruppeleder
    assumption: Skøn fra forvaltningen.`,
  },
  {
    key: 'comparator',
    yaml: `
comparator:
  name: Sædvanlig indsats
  costs:
    enkeltsamtaler:
      name: Enkeltsamtaler
      category: drift
      per: påbegyndt deltager
      hours: 10 timer
      staff: gruppeleder
      assumption: Praksis i dag.
  training:
    kursus: { name: Kursus i samtaler, staff: gruppeleder, fee: 2.000 kr., assumption: Praksis i dag. }
  equipment:
    tests: { name: Testmateriale, amount: 4.000 kr., usefulLife: 3 år, assumption: Praksis i dag. }
  grants:
    pulje: { name: Puljemidler, amount: 10.000 kr., years: 1, from: stat, assumption: Praksis i dag. }`,
  },
  {
    key: 'sensitivity',
    yaml: `
sensitivity:
  oneWay:
    - name: Timer pr. møde
      vary: costs.moeder.hours
      by: ±20 pct.
    - name: Gennemførelsesrate
      vary: teams.gruppe.completionRate
      low: 70 pct.
      high: 90 pct.
    - name: Gruppelederens løn
      vary: staff.gruppeleder.annualPay
      low: 460.000 kr.
      high: 510.000 kr.`,
  },
  {
    key: 'text',
    yaml: `
text:
  summary: |
    Indsatsen koster {{total}}, svarende til {{perCompleted}} pr. gennemført familie.
  limitations: |
    Virkningen af indsatsen er ikke opgjort.`,
  },
  {
    key: 'tables',
    yaml: `
tables:
  tidligere:
    title: Udgifter i de første to år
    unit: kr., 2016-priser
    columns: [Løn, Øvrigt, I alt]
    rows:
      Første år: [210.000, 15.000, 225.000]
      Andet år: [230.000, –, 230.000]
      I alt: [440.000, 15.000, 455.000]
    totals: { column: I alt, row: I alt }
    source: loen-2016`,
  },
  { key: 'row', yaml: 'row: { kommune: Eksempel Kommune }' },
  { key: 'mentions', yaml: 'mentions: [enkeltforløb]' },
  {
    key: 'references',
    yaml: `
references:
  loen-2016:
    title: Lokal lønstatistik
    publisher: Kommunen
    published: "2016"
    read: 2026-11-22`,
  },
];

export const anthologyExample = `
# yaml-language-server: $schema=../anthology.schema.json
title: Tre indsatser for familier
issued: november 2026
publisher: { name: Eksempel Kommune, web: www.example.dk }
foreword: |
  Kommunen har regnet på tre indsatser. Den første koster {{my-intervention.total}}.
chapters: [my-intervention, another-one, ../2024/a-third.yaml]`;

export const priceExamples: readonly Example[] = [
  {
    key: 'prices',
    yaml: `
prices:
  gruppeleder-time:
    name: Gruppeleder, omkostning pr. effektiv time
    unit: kr./time
    concept: effektiv time
    includes: [pension, overhead]
    values: { 2015: 366 kr., 2016: 373 kr. }
    source: { title: Lokal lønstatistik, at: tabel 3, read: 2026-11-22 }`,
  },
  {
    key: 'indexes',
    yaml: `
indexes:
  forbrugerpriser:
    name: Forbrugerprisindeks, årsgennemsnit
    base: 2015 = 100
    values: { 2015: "100,0", 2016: "100,25" }
    source: { title: Forbrugerprisindeks, publisher: Danmarks Statistik, at: PRIS112, read: 2026-11-22 }
    statbank: { table: PRIS112, select: { HOVED: "1005" }, unit: Årsgennemsnit }`,
  },
  {
    key: 'hoursNorms',
    yaml: `
hoursNorms:
  fuldtid-2024:
    name: Fuldtidsnorm mindre helligdage
    year: 2024
    gross: 1.924 timer
    deductions:
      helligdage: { value: "52,8 timer", assumption: "Godt syv dage om året." }
    assumption: Lokal norm.`,
  },
  {
    key: 'overheadRates',
    yaml: `
overheadRates:
  kommunens:
    name: Kommunens overhead
    rate: 20 pct.
    source: { title: Budgetvejledning, read: 2026-11-22 }`,
  },
  {
    key: 'discountRates',
    yaml: `
discountRates:
  egen:
    name: Kommunens kalkulationsrente
    schedules:
      - steps: [{ rate: 4 pct. }]
        source: { title: Budgetvejledning, read: 2026-11-22 }`,
  },
];

/** Of how a file of figures is read; together one mapping. */
export const mappingExamples: readonly Example[] = [
  { key: 'kind', yaml: 'kind: prices' },
  { key: 'columns', yaml: 'columns: { name: Stilling, year: År, value: Timeløn }' },
  { key: 'names', yaml: 'names:\n  Ledere: leder\n  Familierådgivere: familieraadgiver' },
  {
    key: 'new',
    yaml: 'new:\n  table: loenstatistik.yaml\n  unit: kr./time\n  includes: [pension, feriepenge]\n  index: forbrugerpriser',
  },
  { key: 'separator', yaml: 'separator: ";"' },
  { key: 'source', yaml: 'source: { title: Kommunens lønstatistik, at: fane 2, read: 2026-11-22 }' },
];
