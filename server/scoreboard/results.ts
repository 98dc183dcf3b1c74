import type { SentimentLabel, Stage } from '../../shared/domain.ts';
import { leastPrecision, type MeasuredShare, type ScoreboardAnswer, type ScoreLabel } from '../../shared/scoreboard.ts';
import { type Answer, measureShare, type Possible, type PostsOf } from './measure.ts';
import { narrowedErrors } from './narrowError.ts';

/** What the machine says of a labelled post now, beside what a person said. `weight`: how many posts it stands for. */
export type Judged = {
  /** The stage it was drawn for. */
  stratum: Stage;
  weight: number;
  label: ScoreLabel;
  /** The theme that was asked about, and with which probability it was this one. */
  theme?: string;
  themeChance?: number;
  machine: {
    stage: Stage;
    lang: string;
    sentiment: SentimentLabel | 'unscored';
    brands: readonly string[];
    themes: readonly string[];
  };
};

type Question = (one: Judged) => Answer | 'out';
const either: readonly Answer[] = ['yes', 'no'];
const ofMentions: Possible = { significant: either, important: either };

/** How many posts a label stands for. */
type Weight = (one: Judged) => number;
const asDrawn: Weight = ({ weight }) => weight;
/** Of a message with several themes one is asked about: its answer stands for those not asked too. */
const asAsked: Weight = ({ weight, theme, themeChance = 1 }) => (theme === undefined ? weight : weight / themeChance);

const ask = (
  judged: readonly Judged[],
  question: Question,
  possible: Possible,
  { weightOf = asDrawn, unjudged = {} }: { weightOf?: Weight; unjudged?: PostsOf } = {},
): MeasuredShare =>
  measureShare(
    judged.map((one) => {
      const answer = question(one);
      return { stratum: one.stratum, weight: answer === 'out' ? one.weight : weightOf(one), answer };
    }),
    possible,
    unjudged,
  );

/** The same question for each of the keys that occur among those it arises for. */
function askEach(
  judged: readonly Judged[],
  keysOf: (one: Judged) => readonly string[],
  question: Question,
  weightOf = asDrawn,
) {
  const keys = new Set(judged.flatMap((one) => (question(one) === 'out' ? [] : keysOf(one))));
  return [...keys]
    .map((id): { id: string } & MeasuredShare => {
      const own: Question = (one) => (keysOf(one).includes(id) ? question(one) : 'out');
      // No phantom of a small brand in a stage where it was never seen.
      const seen = new Set(judged.filter((one) => own(one) !== 'out').map(({ stratum }) => stratum));
      const possible = Object.fromEntries([...seen].map((stage) => [stage, either])) as Possible;
      return { id, ...ask(judged, own, possible, { weightOf }) };
    })
    .sort((a, b) => b.labels - a.labels || (a.id < b.id ? -1 : 1));
}

const yesIf = (is: boolean): Answer => (is ? 'yes' : 'no');

/** Every share of the scoreboard, from all labelled posts; `unjudged`: posts of days with labels that no label stands for. */
export function resultsOf(
  judged: readonly Judged[],
  unjudged: PostsOf = {},
): Omit<ScoreboardAnswer, 'days' | 'sheets'> {
  const recallOf = (question: Question, possible: Possible) => ask(judged, question, possible, { unjudged });
  const sentiment: Question = ({ label, machine }) =>
    label.relevance === 'not-about-us' ||
    label.sentiment === undefined ||
    machine.stage === 'set-aside' ||
    machine.sentiment === 'unscored'
      ? 'out'
      : yesIf(label.sentiment === machine.sentiment);
  const isSignificant = ({ machine }: Judged) => machine.stage === 'significant';
  const matters = ({ label }: Judged) => label.relevance === 'matters';
  const themes: Question = ({ theme, label, machine }) =>
    theme === undefined || label.theme === undefined || !machine.themes.includes(theme) ? 'out' : yesIf(label.theme);
  return {
    labels: judged.length,
    sentiment: ask(judged, sentiment, ofMentions),
    byBrand: askEach(judged, ({ machine }) => machine.brands, sentiment),
    byTheme: askEach(judged, ({ machine }) => machine.themes, sentiment),
    byLanguage: askEach(judged, ({ machine }) => [machine.lang], sentiment),
    recall: recallOf((one) => (matters(one) ? yesIf(isSignificant(one)) : 'out'), {
      significant: ['yes'],
      important: ['no'],
      'set-aside': ['no'],
    }),
    precision: ask(judged, (one) => (isSignificant(one) ? yesIf(matters(one)) : 'out'), { significant: either }),
    mentionRecall: recallOf(
      ({ label, machine }) => (label.relevance === 'not-about-us' ? 'out' : yesIf(machine.stage !== 'set-aside')),
      { significant: ['yes'], important: ['yes'], 'set-aside': ['no'] },
    ),
    themes: askEach(judged, ({ theme }) => (theme === undefined ? [] : [theme]), themes, asAsked).map((one) => ({
      ...one,
      doubtful: one.high !== null && one.high < leastPrecision,
    })),
    errors: narrowedErrors(judged),
  };
}
