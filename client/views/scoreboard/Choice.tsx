import css from './Scoreboard.module.css';

type Props<Value> = {
  question: string;
  /** `mark`: the key that chooses it. */
  choices: readonly { value: Value; word: string; mark: string }[];
  chosen: Value | undefined;
  onChoose: (value: Value) => void;
};

export function Choice<Value>({ question, choices, chosen, onChoose }: Props<Value>) {
  return (
    <fieldset className={css.choice}>
      <legend>{question}</legend>
      {choices.map(({ value, word, mark }) => (
        <button key={mark} type="button" aria-pressed={chosen === value} onClick={() => onChoose(value)}>
          <kbd className="kbd">{mark}</kbd> {word}
        </button>
      ))}
    </fieldset>
  );
}
