import { useEffect, useRef, useState } from 'react';

/** Live figures change four times a second; ears get one sentence at most this often. */
const quietForMs = 30_000;

/** Read aloud when it changes, but seldom. `urgent` speaks at once: the connection is lost, or is back. */
export function LiveSentence({ text, urgent }: { text: string; urgent: string }) {
  const [spoken, setSpoken] = useState('');
  const newest = useRef(text);
  newest.current = text;
  useEffect(() => {
    const timer = setInterval(() => setSpoken(newest.current), quietForMs);
    return () => clearInterval(timer);
  }, []);
  return (
    <p className="visually-hidden" aria-live="polite">
      {urgent || spoken}
    </p>
  );
}
