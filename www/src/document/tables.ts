// The tables of a policy: weights, scales, grids, ratings, measures, and what becomes of missing parts.
import type { Computed, Measure, Operand, Published, RedistributionStep } from "../../../pkg/evenhand.js";
import { id } from "../text/messages.js";
import { pluralOf } from "../text/numbers.js";
import { joined, listed, say, type Sentence } from "../text/sentence.js";
import { words as inLanguage } from "../text/words.js";
import { list, paragraph, type Block, type Entry, type Table } from "./blocks.js";
import { conditionSentence } from "./condition.js";
import { enrollmentSentences } from "./enrollment.js";
import type { Footnotes } from "./footnotes.js";
import { anchorOf, type Names } from "./names.js";
import { findingSentence } from "./operator.js";
import { boundsSentence, readableBounds, scaleTable } from "./scale.js";

const nothing = (): Sentence => say(id("doc-none"));
const orNothing = (parts: readonly Sentence[]): Sentence =>
  parts.length === 0 ? nothing() : listed(parts, "disjunction");
const quoted = (texts: readonly string[] | undefined): Sentence[] =>
  (texts ?? []).map((text) => [{ kind: "code", text }]);

/** What holds of the definition, told once for every section. */
export class Tables {
  constructor(
    private readonly names: Names,
    private readonly notes: Footnotes,
  ) {}

  ratings(): Block[] {
    const { names, notes } = this;
    const { ratings, outcomes } = names.definition;
    const several = Object.keys(ratings).length > 1;
    const tables = Object.entries(ratings).map(([name, { lowestFirst, cite }]): Table => {
      const written = lowestFirst.some((level) => level.label && inLanguage(level.label) !== level.rating);
      const rows = [...lowestFirst].reverse().map((level): Sentence[] => {
        const label = level.label ? inLanguage(level.label) : level.rating;
        const files = [level.rating, ...(level.also ?? [])].filter((text) => text !== label);
        return [
          [{ kind: "strong", text: label }],
          level.meaning ? [inLanguage(level.meaning)] : nothing(),
          ...(written || files.length > 0 || lowestFirst.some(({ also }) => also?.length)
            ? [orNothing(quoted(files))]
            : []),
        ];
      });
      const title = several
        ? say(id("doc-ratings-called"), { name: spokenQuote(name) })
        : say(id("doc-ratings-caption"));
      return {
        kind: "table",
        anchor: anchorOf("ratings", name),
        caption: [...title, ...notes.cite(cite)],
        columns: [
          { title: say(id("doc-column-rating")) },
          { title: say(id("doc-column-meaning")) },
          ...(rows.some((row) => row.length > 2) ? [{ title: say(id("doc-column-in-files")) }] : []),
        ],
        rows,
      };
    });
    const others = Object.entries(outcomes).map(([, { label, meaning, cite }]): Sentence[] => [
      [{ kind: "strong", text: inLanguage(label) }, ...notes.cite(cite)],
      meaning ? [inLanguage(meaning)] : nothing(),
    ]);
    if (others.length === 0) return tables;
    return [
      ...tables,
      {
        kind: "table",
        caption: say(id("doc-outcomes-caption")),
        columns: [{ title: say(id("doc-column-outcome")) }, { title: say(id("doc-column-meaning")) }],
        rows: others,
      },
    ];
  }

  weights(): Block[] {
    const { names, notes } = this;
    return Object.entries(names.definition.weights).map(([name, { parts, total, cite }]): Table => {
      const entries = Object.entries(parts);
      const { to: _to, ...title } = names.titled("weights", name);
      return {
        kind: "table",
        anchor: anchorOf("weights", name),
        caption: [title, ...notes.cite(cite)],
        columns: [{ title: say(id("doc-column-part")) }, { title: say(id("doc-column-weight")), number: true }],
        rows: entries.map(([part, weight]): Sentence[] => [
          names.section(part) === undefined ? [{ kind: "code", text: part }] : [names.link(names.entry(part))],
          names.operand(weight),
        ]),
        ...(total ? { total: [say(id("doc-total")), [total]] } : {}),
      };
    });
  }

  scales(users: ReadonlyMap<string, readonly string[]>): Block[] {
    const { names, notes } = this;
    return Object.entries(names.definition.scales).flatMap(([name, scale]): Block[] => {
      const { to: _to, ...title } = names.titled("scales", name);
      const readers = (users.get(name) ?? []).map((node): Sentence => [names.link(node, "nodes")]);
      const used =
        readers.length === 0 ? [] : [paragraph(say(id("doc-scale-used"), { rules: listed(readers) }), "quiet")];
      return [
        { kind: "group", blocks: [...scaleTable(scale, [title], names, notes, anchorOf("scales", name)), ...used] },
      ];
    });
  }

  grids(): Block[] {
    const { names, notes } = this;
    return Object.entries(names.definition.grids).map(([name, grid]): Table => {
      const { to: _to, ...title } = names.titled("grids", name);
      const keys = (all: typeof grid.rows): Sentence[] => {
        const bounds = readableBounds(all);
        return all.map((key, place): Sentence => {
          const range = key.is ? names.literal(key.is) : boundsSentence(bounds[place] ?? {});
          return key.label ? say(id("doc-grid-key"), { label: inLanguage(key.label), range }) : range;
        });
      };
      const rowKeys = keys(grid.rows);
      const rated = (grid.ratings ?? null) !== null;
      return {
        kind: "table",
        anchor: anchorOf("grids", name),
        caption: [title, ...notes.cite(grid.cite)],
        columns: [
          { title: say(id("doc-column-grid")) },
          ...keys(grid.columns).map((key) => ({ title: key, number: !rated })),
        ],
        rows: grid.cells.map((cells, place): Sentence[] => [
          rowKeys[place] ?? nothing(),
          ...cells.map((cell): Sentence => {
            if (cell === null) return say(id("doc-not-told"));
            return rated ? names.ratingCell(cell) : names.operand(cell);
          }),
        ]),
      };
    });
  }

  redistributions(): Block[] {
    const { names, notes } = this;
    return Object.entries(names.definition.redistributions).map(([name, { steps, leftover, cite }]): Entry => {
      const { to: _to, ...title } = names.titled("redistributions", name);
      const last = leftover
        ? say(id("doc-leftover"), { finding: findingSentence(leftover, names) })
        : say(id("doc-leftover-undetermined"));
      return {
        kind: "entry",
        anchor: anchorOf("redistributions", name),
        title: [title, ...notes.cite(cite)],
        blocks: [
          paragraph(say(id("doc-redistribution-how"))),
          list(
            steps.map((step) => this.#step(step)),
            true,
          ),
          paragraph(last),
        ],
      };
    });
  }

  #step(step: RedistributionStep): Sentence {
    const { names, notes } = this;
    const bare = (operands: readonly Operand[]): Sentence[] =>
      operands.map((operand): Sentence => (names.section(operand) ? [names.link(names.entry(operand))] : [operand]));
    const all = step.ifAllMissing ?? [];
    const each = step.ifMissing ?? [];
    const condition =
      all.length > 0
        ? say(id("doc-step-all-missing"), { parts: listed(bare(all)), count: all.length })
        : say(id("doc-step-missing"), { parts: listed(bare(each), "disjunction"), count: each.length });
    const shares = (to: Readonly<Record<string, string>>): Sentence => {
      return listed(
        Object.entries(to).map(([part, share]) =>
          isWhole(to) ? (bare([part])[0] ?? []) : say(id("doc-step-share"), { share, part: bare([part])[0] ?? [] }),
        ),
      );
    };
    const to = step.to ?? {};
    const otherwise = step.otherwise ?? {};
    const present = step.toPresent ?? [];
    const result = (): Sentence => {
      if (step.becomes)
        return say(id("doc-step-becomes"), { condition, finding: findingSentence(step.becomes, names) });
      if (Object.keys(to).length > 0) return say(toId(to), { condition, receivers: shares(to) });
      const sentence = say(id("doc-step-to-present"), { condition, receivers: listed(bare(present)) });
      if (Object.keys(otherwise).length === 0) return sentence;
      return [
        ...sentence,
        " ",
        ...say(isWhole(otherwise) ? id("doc-step-otherwise") : id("doc-step-otherwise-shares"), {
          receivers: shares(otherwise),
        }),
      ];
    };
    const note: Sentence = step.note ? [" ", ...say(id("doc-note"), { words: inLanguage(step.note) })] : [];
    return [...result(), ...note, ...notes.cite(step.cite)];
  }

  measures(): Block[] {
    const { names, notes } = this;
    const entries = Object.entries(names.definition.measures);
    if (entries.length === 0) return [];
    return [
      {
        kind: "table",
        caption: say(id("doc-measures-caption")),
        columns: [
          { title: say(id("doc-column-measure")) },
          { title: say(id("doc-column-unit")) },
          { title: say(id("doc-column-minimum")) },
          { title: say(id("doc-column-source-of-value")) },
        ],
        anchors: entries.map(([name]) => anchorOf("measures", name)),
        rows: entries.map(([name, measure]): Sentence[] => [
          [{ kind: "strong", text: names.label(name) }, ...notes.cite(measure.cite)],
          this.#unit(measure),
          measure.minimum ? [names.titled("minimums", measure.minimum)] : nothing(),
          this.#origin(measure),
        ]),
      },
    ];
  }

  #unit({ unit, range, categories }: Measure): Sentence {
    const what = say(id("doc-unit"), { unit: unit ?? "number" });
    if (categories?.length)
      return say(id("doc-unit-categories"), { categories: listed(quotes(categories), "disjunction") });
    return range ? say(id("doc-unit-range"), { unit: what, low: range[0], high: range[1] }) : what;
  }

  #origin({ reported, computed, prefer, optional }: Measure): Sentence {
    const parts: Sentence[] = [];
    if (reported) {
      parts.push(say(id("doc-reported"), { columns: orNothing(quoted(reported.column)) }));
      if (reported.value?.length)
        parts.push(say(id("doc-reported-value"), { columns: orNothing(quoted(reported.value)) }));
      if (reported.participation?.length) {
        parts.push(say(id("doc-reported-participation"), { columns: orNothing(quoted(reported.participation)) }));
      }
      if (reported.n?.length) parts.push(say(id("doc-reported-n"), { columns: orNothing(quoted(reported.n)) }));
      if (reported.responseRate?.length) {
        parts.push(say(id("doc-reported-response"), { columns: orNothing(quoted(reported.responseRate)) }));
      }
      if (reported.group)
        parts.push(say(id("doc-reported-group"), { group: [{ kind: "code", text: reported.group }] }));
      if (reported.program) {
        parts.push(say(id("doc-reported-program"), { program: [{ kind: "code", text: reported.program }] }));
      }
      if (reported.times) parts.push(say(id("doc-reported-times"), { times: reported.times }));
    }
    if (computed) parts.push(...this.#computed(computed));
    if (reported && computed) parts.push(say(id("doc-prefer"), { prefer: prefer ?? "reported" }));
    if (optional === true) parts.push(say(id("doc-measure-optional")));
    return parts.length === 0 ? nothing() : joined(parts);
  }

  #computed(computed: Computed): Sentence[] {
    const code = (text: string): Sentence => [{ kind: "code", text }];
    const { statistic, of, counts, others, atLeast, worth, per, minimumDays } = computed;
    const { where, group, anyGroup, fullAcademicYear, enrollment, participation, years } = computed;
    const sentences = [
      say(id("doc-computed"), {
        statistic: statistic === "share" && atLeast ? "share-of-numbers" : statistic,
        of: code(of),
        counts: orNothing(quoted(counts)),
        per: code(per ?? ""),
        least: atLeast ?? "",
      }),
    ];
    if (others?.length) sentences.push(say(id("doc-computed-others"), { others: orNothing(quoted(others)) }));
    const worths = Object.entries(worth ?? {});
    if (worths.length > 0) {
      const pairs = worths.map(([word, value]) => say(id("doc-computed-worth-of"), { word: code(word), value }));
      sentences.push(say(id("doc-computed-worth"), { pairs: listed(pairs) }));
    }
    if (minimumDays) {
      sentences.push(say(id("doc-computed-minimum-days"), { per: code(per ?? ""), days: minimumDays }));
    }
    const chosen = ([column, values]: [string, string[]]): Sentence =>
      say(id("doc-computed-has"), { column: code(column), values: orNothing(quoted(values)) });
    for (const pair of [...Object.entries(where ?? {}), ...Object.entries(group ?? {})]) {
      sentences.push(say(id("doc-computed-where"), { what: chosen(pair) }));
    }
    if (anyGroup?.length) {
      const groups = anyGroup.map((each) => listed(Object.entries(each).map(chosen), "conjunction"));
      sentences.push(say(id("doc-computed-any-group"), { groups: listed(groups, "disjunction") }));
    }
    if (fullAcademicYear === true) sentences.push(say(id("doc-computed-full-year")));
    if (enrollment) {
      sentences.push(say(id("doc-computed-enrollment"), { rule: [this.names.titled("enrollments", enrollment)] }));
    }
    if (participation) {
      sentences.push(say(id("doc-computed-participation"), { rule: participation.excused }));
      if (participation.fullAcademicYear === true) sentences.push(say(id("doc-computed-participation-full-year")));
    }
    if (years) sentences.push(say(id("doc-computed-years"), { count: years }));
    return sentences;
  }

  minimums(): Block[] {
    const { names, notes } = this;
    const entries = Object.entries(names.definition.minimums);
    if (entries.length === 0) return [];
    return [
      {
        kind: "table",
        caption: say(id("doc-minimums-caption")),
        columns: [{ title: say(id("doc-column-class")) }, { title: say(id("doc-column-demands")) }],
        anchors: entries.map(([name]) => anchorOf("minimums", name)),
        rows: entries.map(([name, { n, responseRate, cite }]): Sentence[] => {
          const { to: _to, ...title } = names.titled("minimums", name);
          const demands = [
            ...(n ? [say(id("doc-minimum-n"), { n: pluralOf(n) })] : []),
            ...(responseRate ? [say(id("doc-minimum-response"), { rate: responseRate })] : []),
          ];
          return [[title, ...notes.cite(cite)], demands.length === 0 ? nothing() : listed(demands)];
        }),
      },
    ];
  }

  enrollments(): Block[] {
    const { names, notes } = this;
    const entries = Object.entries(names.definition.enrollments);
    if (entries.length === 0) return [];
    return [
      {
        kind: "table",
        caption: say(id("doc-enrollments-caption")),
        columns: [{ title: say(id("doc-column-rule")) }, { title: say(id("doc-column-demands")) }],
        anchors: entries.map(([name]) => anchorOf("enrollments", name)),
        rows: entries.map(([name, rule]): Sentence[] => {
          const { to: _to, ...title } = names.titled("enrollments", name);
          return [[title, ...notes.cite(rule.cite)], joined(enrollmentSentences(rule))];
        }),
      },
    ];
  }

  facts(): Block[] {
    const { names, notes } = this;
    const { facts, school, absences, columns } = names.definition;
    const blocks: Block[] = [];
    const identifier = (school.identifier ?? []).map(({ column, digits }) => {
      const columns = orNothing(quoted(column));
      return digits ? say(id("doc-identifier-digits"), { columns, count: digits }) : columns;
    });
    if (identifier.length > 0) blocks.push(paragraph(say(id("doc-identifier"), { columns: listed(identifier) })));
    if (school.name?.length)
      blocks.push(paragraph(say(id("doc-school-name"), { columns: orNothing(quoted(school.name)) })));
    const roles = (["measure", "value", "year", "group", "program"] as const).flatMap((role) => {
      const headings = columns[role];
      return headings?.length ? [say(id("doc-file-column"), { role, columns: orNothing(quoted(headings)) })] : [];
    });
    blocks.push(...roles.map((sentence) => paragraph(sentence)));
    const entries = Object.entries(facts);
    if (entries.length > 0) {
      blocks.push({
        kind: "table",
        caption: say(id("doc-facts-caption")),
        columns: [
          { title: say(id("doc-column-fact")) },
          { title: say(id("doc-column-kind")) },
          { title: say(id("doc-column-columns")) },
          { title: say(id("doc-column-default")) },
        ],
        anchors: entries.map(([name]) => anchorOf("facts", name)),
        rows: entries.map(([name, { column, kind, default: taken, cite }]): Sentence[] => [
          [{ kind: "strong", text: names.label(name) }, ...notes.cite(cite)],
          say(id("doc-fact-kind"), { kind: kind ?? "word" }),
          orNothing(quoted(column)),
          taken ? names.literal(taken) : nothing(),
        ]),
      });
    }
    const absent = Object.entries(absences);
    if (absent.length > 0) {
      blocks.push({
        kind: "table",
        caption: say(id("doc-absences-caption")),
        columns: [{ title: say(id("doc-column-text")) }, { title: say(id("doc-column-meaning")) }],
        rows: absent.map(([text, reason]): Sentence[] => [[{ kind: "code", text }], say(id("doc-reason"), { reason })]),
      });
    }
    return blocks;
  }

  references(): Block[] {
    const { names, notes } = this;
    return Object.entries(names.definition.references).map(([name, reference]): Entry => {
      const { to: _to, ...title } = names.titled("references", name);
      const blocks: Block[] = [paragraph(say(id("doc-reference-version"), { version: reference.version }))];
      const anchors = reference.anchors ?? [];
      if (reference.values?.length) {
        blocks.push(paragraph(say(id("doc-reference-values"), { count: reference.values.length })));
      }
      if (anchors.length > 0) {
        blocks.push(paragraph(say(id("doc-reference-between"), { between: reference.between ?? "linear" })));
        blocks.push({
          kind: "table",
          caption: [title],
          columns: [
            { title: say(id("doc-column-value")), number: true },
            { title: say(id("doc-column-percentile")), number: true },
          ],
          rows: anchors.map(({ value, percentile }): Sentence[] => [[value], [percentile]]),
        });
      }
      return {
        kind: "entry",
        anchor: anchorOf("references", name),
        title: [title, ...notes.cite(reference.cite)],
        blocks,
      };
    });
  }

  labels(): Block[] {
    const { names, notes } = this;
    const items = Object.values(names.definition.labels).map(({ label, when, cite }) => [
      ...say(id("doc-label-when"), {
        label: [{ kind: "quote" as const, text: inLanguage(label) }],
        condition: conditionSentence(when, names, notes),
      }),
      ...notes.cite(cite),
    ]);
    return items.length === 0 ? [] : [list(items)];
  }

  overrides(): Block[] {
    const { overrides } = this.names.definition;
    if (!overrides) return [];
    return [
      paragraph([inLanguage(overrides.rule), ...this.notes.cite(overrides.cite)]),
      paragraph(say(id("doc-overrides-how"))),
    ];
  }

  published(): Block[] {
    const { names } = this;
    const items = (names.definition.published ?? []).map((each: Published) => {
      const where: Sentence[] = [...quoted(each.column), ...quoted(each.attribute)];
      const columns = orNothing(where);
      const told = (): Sentence => {
        if (each.node) return say(id("doc-published-node"), { what: names.operand(each.node), columns });
        if (each.partsOf) return say(id("doc-published-parts"), { what: names.operand(each.partsOf), columns });
        return say(id("doc-published-weights"), { what: names.operand(each.weightsOf ?? ""), columns });
      };
      const model = each.model ? names.definition.models[each.model] : undefined;
      const only = model
        ? [
            " ",
            ...say(id("doc-published-model"), {
              model: [{ kind: "name", text: inLanguage(model.label), to: anchorOf("models", each.model ?? "") }],
            }),
          ]
        : [];
      const tolerance = each.tolerance
        ? [" ", ...say(id("doc-published-tolerance"), { tolerance: each.tolerance })]
        : [];
      return [...told(), ...only, ...tolerance];
    });
    return items.length === 0 ? [] : [paragraph(say(id("doc-published-how"))), list(items)];
  }
}

/** Whether all goes to one. */
const isWhole = (to: Readonly<Record<string, string>>): boolean => {
  const shares = Object.values(to);
  return shares.length === 1 && shares[0] === "1";
};
const toId = (to: Readonly<Record<string, string>>): string =>
  isWhole(to) ? id("doc-step-to") : id("doc-step-to-shares");
const quotes = (texts: readonly string[]): Sentence[] => texts.map((text) => [{ kind: "quote", text }]);
const spokenQuote = (name: string): Sentence => [{ kind: "quote", text: name }];
