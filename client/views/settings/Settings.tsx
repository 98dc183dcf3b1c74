import { useWords } from '../../ui/useWords.ts';

export default function Settings() {
  const { say } = useWords();
  return <h1>{say('shell.settings')}</h1>;
}
