import { useWords } from '../../ui/useWords.ts';

export default function Wall() {
  const { say } = useWords();
  return <h1>{say('shell.wall')}</h1>;
}
