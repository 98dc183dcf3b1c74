import { useWords } from '../../ui/useWords.ts';

export default function Brief() {
  const { say } = useWords();
  return <h1>{say('shell.brief')}</h1>;
}
