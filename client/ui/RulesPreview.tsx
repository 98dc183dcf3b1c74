import type { BeforeAfter, PreviewAnswer, PreviewFigures, PreviewLabel } from '../../shared/protocol.ts';
import { changedParts, type LabelPart, moveGroups } from '../select/moveGroups.ts';
import type { Format } from './format.ts';
import css from './RulesPreview.module.css';
import { useWords } from './useWords.ts';

type Named = { brand: (id: string) => string; theme: (id: string) => string };
type Props = { preview: PreviewAnswer; names: Named; format: Format };

const mostRows = 5;
/** Of each direction. */
const mostSamples = 3;
const figures = ['mentions', 'significant', 'positive', 'negative', 'net'] as const;

/** Before a change of the rules is saved: how many messages it moves, the figures on both sides of it, some of the messages. */
export function RulesPreview({ preview, names, format }: Props) {
  const { say } = useWords();
  const { moved, posts, kept, total, brands, themes } = preview;
  const isMoved = ({ before, after }: BeforeAfter<PreviewFigures>) =>
    figures.some((name) => before[name] !== after[name]);
  const rows = [
    { key: '*', name: say('preview.allMentions'), ...total },
    ...brands.map((row) => ({ key: `brand ${row.id}`, name: names.brand(row.id), ...row })),
    ...themes.map((row) => ({ key: `theme ${row.id}`, name: names.theme(row.id), ...row })),
  ].filter((row, index) => index === 0 || isMoved(row));
  // A column in which nothing changes says nothing; how many and how they feel is what everybody looks for.
  const told = figures.filter(
    (name) => name === 'mentions' || name === 'net' || rows.some(({ before, after }) => before[name] !== after[name]),
  );
  const figure = (name: (typeof figures)[number], { [name]: value }: PreviewFigures) =>
    value === null ? say('preview.tooFew') : name === 'net' ? format.signed(value) : format.number(value);
  return (
    <div className={css.preview}>
      <p className="strong" role="status">
        {say('preview.moved', {
          moved,
          of: say(posts < kept ? 'preview.ofNewest' : 'preview.ofAll', { posts }),
        })}
      </p>
      {moved > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
        <section className={css.scroll} tabIndex={0} aria-label={say('preview.change')}>
          <table className={css.figures}>
            <thead>
              <tr>
                <td />
                {told.map((name) => (
                  <th key={name} scope="col">
                    {say(`preview.${name}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.slice(0, mostRows + 1).map(({ key, name, before, after }) => (
                <tr key={key}>
                  <th scope="row">{name}</th>
                  {told.map((one) => {
                    const [from, to] = [figure(one, before), figure(one, after)];
                    return (
                      <td key={one}>
                        {from === to ? (
                          <span className={css.same}>{from}</span>
                        ) : (
                          <>
                            {from} → <b>{to}</b>
                          </>
                        )}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {moveGroups(preview, mostSamples).map(({ direction, count, moves }) => (
        <section key={direction} className={css.group} data-direction={direction}>
          <h3>
            {say(`preview.${direction}`, { count })} {count > moves.length && <small>{say('preview.samples')}</small>}
          </h3>
          <ol className={css.samples}>
            {moves.map(({ message, from, to }) => (
              <li key={message.seq}>
                <p lang={message.lang || undefined}>{message.text}</p>
                <Change from={from} to={to} names={names} />
              </li>
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}

/** Only what differs of the two labels. */
function Change({ from, to, names }: { from: PreviewLabel; to: PreviewLabel; names: Named }) {
  const { say } = useWords();
  const told: Record<LabelPart, (label: PreviewLabel) => string> = {
    place: ({ stage, reason }) =>
      stage === 'significant' || reason === null ? say('explore.stage.significant') : say(`reason.${reason}`),
    opinion: ({ stage, opinion }) => (stage === 'set-aside' ? '' : say(`opinion.${opinion}`)),
    themes: ({ stage, themes }) =>
      stage === 'set-aside' ? '' : themes.length === 0 ? say('preview.noThemes') : themes.map(names.theme).join(', '),
    brands: ({ brands }) => brands.map(names.brand).join(', '),
  };
  return (
    <small className="t12 ink-2">
      {changedParts(from, to)
        .map((part) => {
          const [before, after] = [told[part](from), told[part](to)];
          return before === '' ? after : say('preview.becomes', { before, after: after || '–' });
        })
        .filter((words) => words !== '')
        .join(say('stop.semicolon'))}
    </small>
  );
}
