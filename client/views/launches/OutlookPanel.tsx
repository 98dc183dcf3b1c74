import type { Launch } from '../../../shared/domain.ts';
import { OutlookFan } from '../../charts/OutlookFan.tsx';
import { useOutlook } from '../../history/useOutlook.ts';
import { MoreWords } from '../../ui/MoreWords.tsx';
import { sayOutcome, sayOutlook, sayTick } from '../../ui/sayOutlook.ts';
import { useFormat } from '../../ui/useFormat.ts';
import { useDrawnWidth } from '../../ui/usePaper.ts';
import { useWidth } from '../../ui/useWidth.ts';
import { useWords } from '../../ui/useWords.ts';
import css from './OutlookPanel.module.css';

type Props = {
  launch: Launch;
  launches: readonly Launch[];
  /** What outcomes are, if they have a name. */
  outcome: { name: string; unit?: string | undefined } | undefined;
  version: string;
};

/** What past launches say about the outcome of this one, with its record; or why no figure is given. */
export default function OutlookPanel(props: Props) {
  return (
    <MoreWords>
      {props.launch.outcome === undefined ? <Panel {...props} /> : <Came {...props} value={props.launch.outcome} />}
    </MoreWords>
  );
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** What is known needs no outlook: what came of it, beside what came of the others. */
function Came({ launch, launches, outcome, value }: Props & { value: number }) {
  const { say } = useWords();
  const format = useFormat(launch.timeZone);
  const others = launches.flatMap((one) => (one.id === launch.id || one.outcome === undefined ? [] : [one.outcome]));
  const inUnit = (one: number) => sayOutcome(one, outcome?.unit, format);
  return (
    <section className={css.panel} aria-labelledby="outlook-title">
      <h2 id="outlook-title">{say('outlook.came')}</h2>
      <p className={css.headline}>
        {capital(say('outlook.cameOf', { name: outcome?.name ?? say('outlook.anOutcome'), value: inUnit(value) }))}
      </p>
      {others.length > 0 && (
        <p className={css.half}>
          {say('outlook.cameBeside', {
            count: others.length,
            least: inUnit(Math.min(...others)),
            most: inUnit(Math.max(...others)),
          })}
        </p>
      )}
    </section>
  );
}

function Panel({ launch, launches, outcome, version }: Props) {
  const { say } = useWords();
  const format = useFormat(launch.timeZone);
  const { data, error } = useOutlook(launch.id, version);
  const [ref, measured] = useWidth();
  const width = useDrawnWidth(measured);
  // Why no figure is given stands with all else that is missing.
  if (!error && (!data || 'refused' in data)) return null;
  // Under the name that it has in the reader's language.
  const said = data && sayOutlook({ ...data, outcome: outcome ?? data.outcome }, say, format);
  const past = launches.flatMap(({ id, outcome }) => (id === launch.id || outcome === undefined ? [] : [outcome]));
  const inUnit = (value: number) => sayOutcome(value, data?.outcome?.unit, format);
  return (
    <section className={css.panel} aria-labelledby="outlook-title">
      <h2 id="outlook-title">{say('outlook.title')}</h2>
      {error && <p role="alert">{`${say('outlook.failed')} ${error.message}`}</p>}
      {said && <p className={css.headline}>{said.headline}</p>}
      {data && said && 'median' in data && (
        <>
          <p className={css.half}>{said.half}</p>
          <div ref={ref} className={css.fan}>
            {width > 0 && (
              <OutlookFan
                width={width}
                figures={data}
                past={past}
                formatTick={(value) => sayTick(value, data.outcome?.unit, format)}
                label={say('outlook.fan', {
                  median: inUnit(data.median),
                  low50: inUnit(data.low50),
                  high50: inUnit(data.high50),
                  low80: inUnit(data.low80),
                  high80: inUnit(data.high80),
                  least: inUnit(Math.min(...past)),
                  most: inUnit(Math.max(...past)),
                })}
              />
            )}
          </div>
          <p className="t12 ink-3">{say('outlook.past')}</p>
          <h3>{say('outlook.moved')}</h3>
          <ul className={css.moves}>
            {said.moves.map(({ text, isWeak }) => (
              <li key={text} className={isWeak ? 'ink-3' : undefined}>
                {text}
              </li>
            ))}
          </ul>
          {said.beyond && <p>{said.beyond}</p>}
          <p>{said.record}</p>
          <p className="t12 ink-3">{say('outlook.caution')}</p>
        </>
      )}
    </section>
  );
}
