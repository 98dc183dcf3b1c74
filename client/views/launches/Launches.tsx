import { useWords } from '../../ui/useWords.ts';

export default function Launches() {
  const { say } = useWords();
  return <h1>{say('shell.launches')}</h1>;
}
