import { useState } from 'react';
import { readLocal, writeLocal } from '../select/localMoment.ts';
import { useWords } from './useWords.ts';

export type DateText = {
  value: string;
  onChange: (event: { target: { value: string } }) => void;
  onFocus: () => void;
  onBlur: () => void;
  placeholder: string;
  /** What is wrong with what is written; told once the field is left. */
  fault: string | undefined;
};

const example = '2026-11-12T10:00';

/**
 * A field in which a moment is written as people write it. `local`: what its clocks show (`2026-11-12T10:00`), '' for none; while
 * what is written is no moment, it is ''. A browser's own field would show another country's order of day and month.
 */
export function useDateText(local: string, onChange: (local: string) => void): DateText {
  const { say, language } = useWords();
  const [text, setText] = useState(() => writeLocal(local, language));
  const [isLeft, setLeft] = useState(true);
  const read = readLocal(text) ?? '';
  // Changed from outside, or in another language: what was written before says something else. Never under the writer's hand.
  const [shown, setShown] = useState({ local, language });
  if (isLeft && (shown.local !== local || shown.language !== language)) {
    setShown({ local, language });
    if (read !== local || shown.language !== language) setText(writeLocal(local, language));
  }
  return {
    value: text,
    onFocus: () => setLeft(false),
    onChange: ({ target }) => {
      setText(target.value);
      onChange(readLocal(target.value) ?? '');
    },
    onBlur: () => {
      setLeft(true);
      if (read !== '') setText(writeLocal(read, language));
    },
    placeholder: writeLocal(example, language),
    fault:
      isLeft && text.trim() !== '' && read === ''
        ? say('date.unreadable', { example: writeLocal(example, language) })
        : undefined,
  };
}
