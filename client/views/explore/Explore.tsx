import { useWords } from '../../ui/useWords.ts';

export default function Explore() {
  const { say } = useWords();
  return <h1>{say('shell.explore')}</h1>;
}
