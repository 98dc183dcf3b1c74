import type { Launch } from '../../../shared/domain.ts';
import { leastSpeakDays, type SpeakAnswer } from '../../../shared/speak.ts';
import { HourMap } from '../../charts/HourMap.tsx';
import { useSpeak } from '../../history/useSpeak.ts';
import type { Names } from '../../history/useWorkspace.ts';
import { speakRefusals, speakRows } from '../../select/speakRows.ts';
import { Fold } from '../../ui/Fold.tsx';
import { MoreWords } from '../../ui/MoreWords.tsx';
import { sayFollowed, sayHours, sayPlace, sayWindow } from '../../ui/saySpeak.ts';
import { useFormat } from '../../ui/useFormat.ts';
import { useDrawnWidth } from '../../ui/usePaper.ts';
import { useWidth } from '../../ui/useWidth.ts';
import { useWords } from '../../ui/useWords.ts';
import css from './SpeakPanel.module.css';
import { SpeakTable } from './SpeakTable.tsx';

type Props = { launch: Launch; names: Names; version: string };

/** When and where people usually speak of a launch: it suggests, with what that rests on, or says why it does not. */
export default function SpeakPanel(props: Props) {
  return (
    <MoreWords>
      <Panel {...props} />
    </MoreWords>
  );
}

function Panel({ launch, names, version }: Props) {
  const { say } = useWords();
  const { data, error } = useSpeak(launch.id, version);
  return (
    <section className={`section ${css.panel}`} aria-labelledby="speak-title">
      <h2 id="speak-title" className="section-title">
        {say('speak.title')}
      </h2>
      {error && <p role="alert">{`${say('speak.failed')} ${error.message}`}</p>}
      {!data && !error && <p className={css.note}>{say('speak.reading')}</p>}
      {data && <Told answer={data} launch={launch} names={names} />}
    </section>
  );
}

function Told({ answer, launch, names }: { answer: SpeakAnswer; launch: Launch; names: Names }) {
  const { say, language } = useWords();
  const format = useFormat(launch.timeZone);
  const { best, counts, channels, followed } = answer;
  const [first] = best;
  const list = new Intl.ListFormat(language, { type: 'conjunction' });
  const based = {
    zone: format.zone,
    brand: names.brand(launch.brand),
    from: format.moment(answer.from),
    to: format.moment(answer.to),
  };
  const more = (
    <>
      <ul className={css.notes}>
        {channels.length === 0 && <li>{say('speak.none')}</li>}
        {speakRefusals(answer).map(({ why, channels: refused }) => (
          <li key={why}>
            {say(`speak.${why}`, {
              channels: list.format(refused.map((channel) => say(`channel.${channel}`))),
              needed: leastSpeakDays,
            })}
          </li>
        ))}
        {channels.length > 0 && (
          <li>
            {say(`speak.based.${counts}`, based)} {say('speak.leftOut')}
          </li>
        )}
      </ul>
      {followed.length > 0 && (
        <>
          <h3 className="part-title">{say('speak.followed')}</h3>
          <ul className={css.followed}>
            {followed.map((event) => (
              <li key={`${event.at} ${event.name}`}>{sayFollowed(event, language, say, format)}</li>
            ))}
          </ul>
          <p className={css.note}>{say('speak.notBecause')}</p>
        </>
      )}
    </>
  );
  return (
    <>
      <p className={css.headline}>
        {first
          ? say('speak.answer', {
              name: sayWindow(first, say, format).name,
              perHour: format.times(first.perHour),
            })
          : say('speak.noAnswer')}
      </p>
      {best.length > 0 && (
        <ol className={css.best}>
          {best.map((window) => {
            const { name, held, why } = sayWindow(window, say, format);
            return (
              <li key={name}>
                <b className="strong">{name}</b> <span>{held}</span>
                <small>{why}</small>
              </li>
            );
          })}
        </ol>
      )}
      {best.length > 0 ? (
        <Fold name={say('speak.restsOn')}>
          <Hours answer={answer} launch={launch} color={names.color(launch.brand)} />
          {more}
        </Fold>
      ) : (
        more
      )}
    </>
  );
}
function Hours({ answer, launch, color }: { answer: SpeakAnswer; launch: Launch; color: string }) {
  const { say } = useWords();
  const format = useFormat(launch.timeZone);
  const [ref, measured] = useWidth();
  const width = useDrawnWidth(measured);
  const rows = speakRows(answer);
  const held = ({ perHour, low, high }: { perHour: number; low: number; high: number }) =>
    say('speak.held', { perHour: format.times(perHour), low: format.times(low), high: format.times(high) });
  const sentence = answer.best.map((window) => `${sayWindow(window, say, format).name}: ${held(window)}`).join('; ');
  return (
    <figure className={css.hours}>
      <figcaption className={css.note}>{say('speak.mapOf')}</figcaption>
      <div ref={ref} className={css.map} style={{ minHeight: 50 * rows.length + 8 }}>
        {width > 0 && (
          <HourMap
            width={width}
            color={color}
            label={say('speak.map', { sentence })}
            rows={rows.map(({ key, channel, days, profile, shares, most }) => ({
              key,
              name: sayPlace(channel, days, say),
              shares,
              most: say('speak.most', { perHour: format.times(most) }),
              windows: profile.windows,
              titleOf: (hour) => {
                const rate = profile.rates[hour];
                return say('speak.cell', {
                  name: sayPlace(channel, days, say),
                  hours: sayHours(hour, 1),
                  held: rate ? held(rate) : say('speak.unknown'),
                });
              },
            }))}
          />
        )}
      </div>
      <SpeakTable rows={rows} zone={launch.timeZone} />
    </figure>
  );
}
