import { useWords } from '../../ui/useWords.ts';

export default function LaunchPage({ id }: { id: string }) {
  const { say } = useWords();
  return (
    <h1>
      {say('shell.launches')} {id}
    </h1>
  );
}
