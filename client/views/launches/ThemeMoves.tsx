import type { Launch } from '../../../shared/domain.ts';
import type { ThemeMove } from '../../../shared/retrospective.ts';
import { dayMs } from '../../../shared/rollup.ts';
import type { Names } from '../../history/useWorkspace.ts';
import { netTone } from '../../ui/netTone.ts';
import { useFormat } from '../../ui/useFormat.ts';
import { useWords } from '../../ui/useWords.ts';
import css from './StoryPanel.module.css';

const sure = 0.9;
const most = 8;

type Props = {
  launch: Launch;
  themes: readonly ThemeMove[];
  /** How far after T0 was heard, at most a week, ms. */
  sinceMs: number;
  names: Names;
  /** Themes that are often filed wrongly, with the share that is filed rightly: they are grey. */
  doubtful: ReadonlyMap<string, number>;
};

/** Which themes rose and which fell: their share before T0 as a tick, since then as a bar on the same scale. */
export function ThemeMoves({ launch, themes, sinceMs, names, doubtful }: Props) {
  const { say } = useWords();
  const format = useFormat(launch.timeZone);
  const rows = themes.slice(0, most);
  if (rows.length === 0 || rows.every(({ probabilityMore }) => probabilityMore === null)) return null;
  const top = Math.max(...rows.flatMap(({ before, after }) => [before.share, after.share]), 0.01);
  const net = (figure: ThemeMove['after']['net'], tone: string) =>
    figure ? (
      <>
        <b className={tone}>{format.signed(figure.net)}</b> <small>{format.netSpread(figure)}</small>
      </>
    ) : (
      '–'
    );
  return (
    <section className={css.part}>
      <table className={css.themes}>
        <caption>
          {sinceMs < 7 * dayMs ? say('story.themesSoFar', { length: format.duration(sinceMs) }) : say('story.themes')}
        </caption>
        <thead>
          <tr>
            <th scope="col">{say('story.theme')}</th>
            <th scope="col">{say('story.share')}</th>
            <td />
            <th scope="col">{say('story.change')}</th>
            <th scope="col">{say('story.netBefore')}</th>
            <th scope="col">{say('story.netSince')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, before, after, probabilityMore }) => {
            const p = probabilityMore ?? 0.5;
            const right = doubtful.get(id);
            const way = p > sure ? 'rose' : p < 1 - sure ? 'fell' : 'same';
            return (
              <tr key={id}>
                <th scope="row" className={right === undefined ? undefined : 'ink-3'}>
                  {names.theme(id)}
                  {right !== undefined && (
                    <small title={say('score.doubtful', { share: format.percent(right) })}>
                      {' '}
                      {say('score.right', { share: format.percent(right) })}
                    </small>
                  )}
                </th>
                <td>
                  {format.percent(before.share)} → {format.percent(after.share)}
                </td>
                <td aria-hidden="true" className={css.bar}>
                  {/* One box for both: a tick on a wider one would show a fall where there is none. */}
                  <span>
                    <i style={{ width: `${(after.share / top) * 100}%` }} />
                    <u style={{ left: `${(before.share / top) * 100}%` }} />
                  </span>
                </td>
                <td className={way === 'same' ? 'ink-3' : 'strong'}>{say(`story.${way}`)}</td>
                <td>{net(before.net, 'ink-3')}</td>
                <td>{net(after.net, right === undefined ? netTone(after.net) : 'ink-3')}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
