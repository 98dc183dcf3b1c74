import type { Launch } from '../../../shared/domain.ts';
import { useOutlook } from '../../history/useOutlook.ts';
import { useRetrospective } from '../../history/useRetrospective.ts';
import { MoreWords } from '../../ui/MoreWords.tsx';
import { sayOutlook } from '../../ui/sayOutlook.ts';
import { useFormat } from '../../ui/useFormat.ts';
import { useNow } from '../../ui/useNow.ts';
import { useWords } from '../../ui/useWords.ts';
import css from './LaunchPage.module.css';

type Props = { launch: Launch; version: string };

/** What this page has nothing of, in one sentence instead of a section each; and why no outlook is given. */
export default function MissingNote(props: Props) {
  return (
    <MoreWords>
      <Note {...props} />
    </MoreWords>
  );
}

function Note({ launch, version }: Props) {
  const { say, language } = useWords();
  const format = useFormat(launch.timeZone);
  const outlook = useOutlook(launch.id, version).data;
  const story = useRetrospective(launch.id, version, launch.at <= useNow(60_000)).data;
  const missing = [
    ...(launch.events.length === 0 ? [say('missing.events')] : []),
    ...(launch.decisions.length === 0 ? [say('missing.decisions')] : []),
    ...(story && story.lessons.length === 0 ? [say('missing.lessons')] : []),
    ...(launch.outcome === undefined ? [say('missing.outcome')] : []),
  ];
  // What came of it is known: nothing is foretold of it any more.
  const refusal =
    launch.outcome === undefined && outlook && 'refused' in outlook ? sayOutlook(outlook, say, format).headline : null;
  if (missing.length === 0 && refusal === null) return null;
  const list = new Intl.ListFormat(language, { type: 'conjunction' });
  return (
    <p className={css.missing}>
      {missing.length > 0 && say('missing.sentence', { missing: list.format(missing) })}{' '}
      {refusal !== null && say('missing.outlook', { because: refusal })}
    </p>
  );
}
