import { useState } from 'react';
import { useWords } from '../../ui/useWords.ts';
import css from './Settings.module.css';

/** A line for a terminal, and a button that copies it. */
export function CopyLine({ text }: { text: string }) {
  const { say } = useWords();
  const [isCopied, setCopied] = useState(false);
  return (
    <div className={css.copy}>
      <code>{text}</code>
      <button
        type="button"
        className="button"
        onBlur={() => setCopied(false)}
        onClick={() => {
          navigator.clipboard.writeText(text).then(
            () => setCopied(true),
            // Without the right to the clipboard the line can still be selected by hand.
            () => setCopied(false),
          );
        }}
      >
        {say(isCopied ? 'settings.copied' : 'settings.copy')}
      </button>
    </div>
  );
}
